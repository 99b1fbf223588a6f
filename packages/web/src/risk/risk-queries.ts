import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import { getMethodologyInForce } from '@sinew/contract/methodology/methodology-contract.ts'
import { getRisk, listRisks } from '@sinew/contract/risk/risk-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { RiskSearch } from './risk-search.ts'

/** Arrays in the address become arrays the client repeats; it takes no read-only ones. */
export function risksQuery(api: OrganizationApi, { status, level, ...search }: RiskSearch) {
  return api.query(listRisks, {
    query: { ...search, ...(status ? { status: [...status] } : {}), ...(level ? { level: [...level] } : {}) },
  })
}

export const riskByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listRisks, { query: { number, pageSize: 1 } })

export const riskQuery = (api: OrganizationApi, riskId: string) => api.query(getRisk, { params: { riskId } })

/** The whole chain, to be derived in the page. */
export const snapshotQuery = (api: OrganizationApi) => api.query(getSnapshot)

export const methodologyQuery = (api: OrganizationApi) => api.query(getMethodologyInForce)
