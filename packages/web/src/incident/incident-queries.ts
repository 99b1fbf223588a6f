import {
  incidentControls,
  incidentNotifications,
  incidentRisks,
  listSuggestedClocks,
} from '@sinew/contract/incident/incident-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

const most = 100

export const clocksQuery = (api: OrganizationApi, incidentId: string) =>
  api.query(incidentNotifications.list, { query: { incidentId, pageSize: most, sort: 'dueAt' } })

export const suggestedClocksQuery = (api: OrganizationApi, incidentId: string) =>
  api.query(listSuggestedClocks, { params: { incidentId } })

export const confirmedRisksQuery = (api: OrganizationApi, incidentId: string) =>
  api.query(incidentRisks.list, { query: { incidentId, pageSize: most } })

export const failedControlsQuery = (api: OrganizationApi, incidentId: string) =>
  api.query(incidentControls.list, { query: { incidentId, pageSize: most } })
