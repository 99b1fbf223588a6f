import { getPortfolioHistory, getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

/** The whole chain, once: the year is priced from it in the browser. */
export const snapshotQuery = (api: OrganizationApi) => api.query(getSnapshot)

/** How the figures of the year came about. */
export const historyQuery = (api: OrganizationApi) => api.query(getPortfolioHistory)
