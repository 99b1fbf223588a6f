import { listAccessLog } from '@sinew/contract/access-log/access-log-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { AccessLogSearch } from './access-log-routes.ts'

export const accessLogQuery = (api: OrganizationApi, search: AccessLogSearch) =>
  api.query(listAccessLog, { query: search })
