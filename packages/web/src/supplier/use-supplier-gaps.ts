import type { Refusal } from '@sinew/core/refusal.ts'
import { type SupplierFacts, supplierGaps } from '@sinew/core/supplier/supplier-gaps.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import type { AnyRecord } from '../register/register-record.ts'
import { useNow } from '../ui/NowProvider.tsx'
import { certificatesOfQuery, contractsOfQuery } from './supplier-queries.ts'

const at = (instant: string | null) => (instant === null ? null : Date.parse(instant))

/** What is missing of a supplier now; undefined until everything is read. */
export function useSupplierGaps(record: AnyRecord): readonly Refusal[] | undefined {
  const api = useOrganizationApi()
  const now = useNow()
  const contracts = useQuery(contractsOfQuery(api, record.id)).data?.items
  const certificates = useQuery(certificatesOfQuery(api, record.id)).data?.items
  if (contracts === undefined || certificates === undefined) return undefined
  // The record is one of the supplier register.
  const supplier = record as unknown as Omit<SupplierFacts, 'reviewDueAt'> & { readonly reviewDueAt: string | null }
  return supplierGaps(
    {
      ...supplier,
      reviewDueAt: at(supplier.reviewDueAt),
      contracts: contracts.map(({ kind, clauses, until }) => ({ kind, clauses, until: at(until) })),
      certificates: certificates.map(({ validUntil }) => ({ validUntil: Date.parse(validUntil) })),
    },
    now,
  )
}
