import { getPulse } from '@sinew/contract/pulse/pulse-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const pulseQuery = (api: OrganizationApi) => api.query(getPulse)
