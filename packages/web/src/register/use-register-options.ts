import { type Named, registerRef } from '@sinew/core/register/register.ts'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { loadRegister } from './load-registers.ts'
import { type AnyRecord, nameOf } from './register-record.ts'

/** The first objects of a register that fit the words; null where the table is no register. */
export function useRegisterOptions(table: string, q: string): readonly Named[] | null {
  const api = useOrganizationApi()
  const found = useQuery({
    queryKey: ['register', table],
    queryFn: () => loadRegister(table),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const contract = found.data ?? undefined
  const page = useQuery({
    ...(contract === undefined
      ? { queryKey: ['no register', table, {}] as const, queryFn: async () => null }
      : (api.query(contract.list, { query: { pageSize: 50, ...(q === '' ? {} : { q }) } as never }) as never)),
    enabled: contract !== undefined && api.mayAsk(contract.list),
    placeholderData: keepPreviousData,
  }) as { readonly data: { readonly items: readonly AnyRecord[] } | null | undefined }
  if (found.data === null) return null
  if (contract === undefined) return []
  const { register } = contract
  return (page.data?.items ?? []).map((one) => {
    return { id: one.id, ref: registerRef(register, one.number), name: nameOf(register, one) }
  })
}
