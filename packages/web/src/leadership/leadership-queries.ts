import { getRaci } from '@sinew/contract/leadership/leadership-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const raciQuery = (api: OrganizationApi) => api.query(getRaci)
