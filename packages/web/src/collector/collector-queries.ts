import { getCollector, listCollectors, listMissingSubjects } from '@sinew/contract/collector/collector-contract.ts'
import { getIngestRun, listIngestRuns } from '@sinew/contract/ingest/ingest-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const collectorsQuery = (api: OrganizationApi) => api.query(listCollectors)

export const collectorQuery = (api: OrganizationApi, collectorId: string) =>
  api.query(getCollector, { params: { collectorId } })

export const runsQuery = (api: OrganizationApi, collectorId: string) =>
  api.query(listIngestRuns, { query: { collectorId, pageSize: 50 } })

export const missingSubjectsQuery = (api: OrganizationApi, collectorId: string) =>
  api.query(listMissingSubjects, { params: { collectorId }, query: { pageSize: 100 } })

export const ingestRunQuery = (api: OrganizationApi, ingestRunId: string) =>
  api.query(getIngestRun, { params: { ingestRunId } })
