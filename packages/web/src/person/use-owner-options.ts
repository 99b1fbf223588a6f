import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'

/** People who answer for something, as options of an owner filter. */
export function useOwnerOptions(): readonly { readonly value: string; readonly label: string }[] {
  const api = useOrganizationApi()
  const people = useQuery(api.query(listPeople, { query: { owns: true, pageSize: 200 } })).data?.items ?? []
  return people.map(({ id, name }) => ({ value: id, label: name }))
}
