import { getAction, listActions, listDueDateChanges } from '@sinew/contract/treatment/action-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { ActionSearch } from './action-search.ts'

export const actionsQuery = (api: OrganizationApi, search: ActionSearch) => api.query(listActions, { query: search })

export const actionByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listActions, { query: { number, pageSize: 1 } })

export const actionQuery = (api: OrganizationApi, actionId: string) => api.query(getAction, { params: { actionId } })

export const dueDatesQuery = (api: OrganizationApi, actionId: string) =>
  api.query(listDueDateChanges, { params: { actionId } })
