import { getOccurrence, listOccurrences, listWatches } from '@sinew/contract/occurrence/occurrence-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { OccurrenceSearch } from './occurrence-search.ts'

export const occurrencesQuery = (api: OrganizationApi, search: OccurrenceSearch) =>
  api.query(listOccurrences, { query: search })

export const occurrenceByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listOccurrences, { query: { number, pageSize: 1 } })

export const occurrenceQuery = (api: OrganizationApi, occurrenceId: string) =>
  api.query(getOccurrence, { params: { occurrenceId } })

export const occurrencesOfRiskQuery = (api: OrganizationApi, riskId: string) =>
  api.query(listOccurrences, { query: { riskId, pageSize: 5 } })

export const watchesQuery = (api: OrganizationApi) => api.query(listWatches, {})
