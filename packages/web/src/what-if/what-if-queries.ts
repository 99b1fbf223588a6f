import { getSnapshot } from '@sinew/contract/chain/chain-contract.ts'
import { listActions } from '@sinew/contract/treatment/action-contract.ts'
import { getWhatIf, listWhatIfs } from '@sinew/contract/what-if/what-if-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

/** The whole chain as data: the page prices it by itself. */
export const snapshotQuery = (api: OrganizationApi) => api.query(getSnapshot)

export const whatIfsQuery = (api: OrganizationApi) => api.query(listWhatIfs, { query: { pageSize: 100 } })

export const whatIfByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listWhatIfs, { query: { number, pageSize: 1 } })

export const whatIfQuery = (api: OrganizationApi, whatIfId: string) => api.query(getWhatIf, { params: { whatIfId } })

/** Actions that were planned from a what-if. */
export const actionsFromQuery = (api: OrganizationApi, whatIfId: string) =>
  api.query(listActions, { query: { whatIfId, pageSize: 200 } })
