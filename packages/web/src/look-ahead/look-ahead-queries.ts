import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

/** The whole chain, once: everything on the page is reckoned from it in the browser. */
export const snapshotQuery = (api: OrganizationApi) => api.query(getSnapshot)
