import { getPerson, listOwned, listPeople } from '@sinew/contract/person/person-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { PersonSearch } from './person-search.ts'

export const peopleQuery = (api: OrganizationApi, search: PersonSearch) => api.query(listPeople, { query: search })

export const personByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listPeople, { query: { number, pageSize: 1 } })

export const personQuery = (api: OrganizationApi, personId: string) => api.query(getPerson, { params: { personId } })

/** Everything somebody answers for; more than a page of it is said to be more. */
export const ownedQuery = (api: OrganizationApi, personId: string) =>
  api.query(listOwned, { params: { personId }, query: { pageSize: 200 } })
