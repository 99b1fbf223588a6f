import { getPolicy, listPolicies } from '@sinew/contract/insurance/insurance-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { PolicySearch } from './insurance-search.ts'

export const policiesQuery = (api: OrganizationApi, search: PolicySearch) => api.query(listPolicies, { query: search })

export const policyByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listPolicies, { query: { number, pageSize: 1 } })

export const policyQuery = (api: OrganizationApi, policyId: string) => api.query(getPolicy, { params: { policyId } })

/** Those that pay for what happens now. */
export const policiesInForceQuery = (api: OrganizationApi) =>
  api.query(listPolicies, { query: { inForce: true, pageSize: 100 } })
