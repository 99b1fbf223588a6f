import { getControl } from '@sinew/contract/control/control-contract.ts'
import { listMovements } from '@sinew/contract/movement/movement-contract.ts'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { getRisk, listRisks } from '@sinew/contract/risk/risk-contract.ts'
import { listThreatSuggestions } from '@sinew/contract/risk/threat-suggestion-contract.ts'
import type { QueryClient } from '@tanstack/react-query'
import type { OrganizationApi } from '../api/organization-api.ts'

export const suggestionsQuery = (api: OrganizationApi) => api.query(listThreatSuggestions, { query: { pageSize: 8 } })

export const peopleQuery = (api: OrganizationApi) => api.query(listPeople, { query: { pageSize: 50 } })

/** The first risk put into the register stays the one the chain is built for, whatever proof does to its price. */
export const chosenRisksQuery = (api: OrganizationApi) =>
  api.query(listRisks, { query: { sort: 'number', pageSize: 10 } })

export const riskQuery = (api: OrganizationApi, riskId: string) => api.query(getRisk, { params: { riskId } })

export const controlQuery = (api: OrganizationApi, controlId: string) =>
  api.query(getControl, { params: { controlId } })

export const newestMovementsQuery = (api: OrganizationApi) => api.query(listMovements, { query: { pageSize: 3 } })

export async function loadFirstChain(queries: QueryClient, api: OrganizationApi): Promise<void> {
  const [risks] = await Promise.all([
    queries.ensureQueryData(chosenRisksQuery(api)),
    queries.ensureQueryData(suggestionsQuery(api)),
    queries.ensureQueryData(peopleQuery(api)),
    queries.ensureQueryData(newestMovementsQuery(api)),
  ])
  const [first] = risks.items
  if (first) await queries.ensureQueryData(riskQuery(api, first.id))
}
