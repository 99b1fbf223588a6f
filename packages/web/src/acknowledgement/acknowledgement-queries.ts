import { listAskedPeople, listReading } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const readingQuery = (api: OrganizationApi) => api.query(listReading)

export const askedQuery = (api: OrganizationApi, acknowledgementCampaignId: string) =>
  api.query(listAskedPeople, { params: { acknowledgementCampaignId } })
