import {
  getEstimateAnchors,
  listEstimates,
  listMyEstimateRequests,
} from '@sinew/contract/estimate/estimate-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const anchorsQuery = (api: OrganizationApi, riskId: string) =>
  api.query(getEstimateAnchors, { params: { riskId } })

export const estimatesQuery = (api: OrganizationApi, riskId: string) => api.query(listEstimates, { params: { riskId } })

export const myRequestsQuery = (api: OrganizationApi) => api.query(listMyEstimateRequests)
