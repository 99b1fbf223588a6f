import { explainControl, getControl, listControls } from '@sinew/contract/control/control-contract.ts'
import { getControlWorth } from '@sinew/contract/control/control-worth-contract.ts'
import { listEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
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

export const controlByRefQuery = (api: OrganizationApi, ref: string) =>
  api.query(listControls, { query: { ref, pageSize: 1 } })

export const controlQuery = (api: OrganizationApi, controlId: string) =>
  api.query(getControl, { params: { controlId } })

export const explanationQuery = (api: OrganizationApi, controlId: string) =>
  api.query(explainControl, { params: { controlId } })

/** What it is worth: priced at the server, so it comes after the page. */
export const controlWorthQuery = (api: OrganizationApi, controlId: string) =>
  api.query(getControlWorth, { params: { controlId } })

/** The newest pieces of a control, for its time line. */
export const evidenceOfControlQuery = (api: OrganizationApi, controlId: string) =>
  api.query(listEvidence, { query: { controlId, pageSize: 200 } })

/** The control whose missing proof costs most. */
export const dearestGapQuery = (api: OrganizationApi) =>
  api.query(listControls, { query: { sort: '-gap', applicable: true, pageSize: 1 } })
