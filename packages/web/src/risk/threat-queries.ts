import { listThreatSuggestions } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

/** All scenarios at once: there are 91, and searching among them should not wait for the server. */
export const threatsQuery = (api: OrganizationApi) => api.query(listThreatSuggestions, { query: { pageSize: 200 } })
