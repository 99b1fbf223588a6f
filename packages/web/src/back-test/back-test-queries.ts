import { getBackTest, getRiskBackTest, listBackTests } from '@sinew/contract/back-test/back-test-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { BackTestSearch } from './back-test-search.ts'

export const backTestQuery = (api: OrganizationApi) => api.query(getBackTest, {})

export const backTestsQuery = (api: OrganizationApi, search: BackTestSearch) =>
  api.query(listBackTests, { query: search })

export const riskBackTestQuery = (api: OrganizationApi, riskId: string) =>
  api.query(getRiskBackTest, { params: { riskId } })
