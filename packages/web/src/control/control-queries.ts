import { listControls } from '@sinew/contract/control/control-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { ControlSearch } from './control-search.ts'

/** All of Annex A on one page: a register people read, not one they leaf through. */
const pageSize = 100

export const controlsQuery = (api: OrganizationApi, search: ControlSearch) =>
  api.query(listControls, { query: { pageSize, ...(search as object) } })

/** How many controls are applicable, and how many of them are proven. */
export const applicableCountQuery = (api: OrganizationApi) =>
  api.query(listControls, { query: { applicable: true, pageSize: 1 } })

export const provenCountQuery = (api: OrganizationApi) =>
  api.query(listControls, { query: { proof: 'proven', pageSize: 1 } })
