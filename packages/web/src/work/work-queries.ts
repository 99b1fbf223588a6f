import { getMyWork, listWork } from '@sinew/contract/work/work-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { WorkSearch } from './work-search.ts'

// A kind that is none is refused by the server, like any mistyped filter.
export const workQuery = (api: OrganizationApi, search: WorkSearch) => api.query(listWork, { query: search as never })

export const myWorkQuery = (api: OrganizationApi) => api.query(getMyWork)
