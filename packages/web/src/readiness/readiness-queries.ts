import { getReadiness } from '@sinew/contract/readiness/readiness-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const readinessQuery = (api: OrganizationApi) => api.query(getReadiness)
