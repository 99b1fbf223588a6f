import { listActors, listDeleted, listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { infiniteQueryOptions } from '@tanstack/react-query'
import { apiClient } from '../api/api-client.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import { type LedgerSearch, ledgerFilters } from './ledger-search.ts'

/** The audit trail page by page, newest first. */
export function trailQuery({ organizationId, asOf }: OrganizationApi, search: LedgerSearch) {
  const params = { organizationId }
  const filters = { ...ledgerFilters(search), ...(asOf === null ? {} : { asOf }) }
  return infiniteQueryOptions({
    queryKey: [listLedger.id, params, filters],
    queryFn: ({ pageParam, signal }) =>
      apiClient.call(listLedger, {
        params,
        query: { ...filters, limit: 50, ...(pageParam === null ? {} : { before: pageParam }) },
        signal,
      }),
    initialPageParam: null as number | null,
    getNextPageParam: ({ nextBefore }) => nextBefore,
  })
}

export const actorsQuery = (api: OrganizationApi) => api.query(listActors)

export const deletedQuery = (api: OrganizationApi, page: number) => api.query(listDeleted, { query: { page } })
