import { getObligation, listObligations } from '@sinew/contract/obligation/obligation-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { ObligationSearch } from './obligation-search.ts'

export const obligationsQuery = (api: OrganizationApi, search: ObligationSearch) =>
  api.query(listObligations, { query: search })

export const obligationByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listObligations, { query: { number, pageSize: 1 } })

export const obligationQuery = (api: OrganizationApi, obligationId: string) =>
  api.query(getObligation, { params: { obligationId } })
