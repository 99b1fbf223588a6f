import { listMembers } from '@sinew/contract/member/member-contract.ts'
import {
  diffMethodologyVersions,
  getMethodologyInForce,
  getMethodologyVersion,
  listMethodologyVersions,
} from '@sinew/contract/methodology/methodology-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const inForceQuery = (api: OrganizationApi) => api.query(getMethodologyInForce)

export const versionsQuery = (api: OrganizationApi) => api.query(listMethodologyVersions)

export const versionQuery = (api: OrganizationApi, methodologyId: string) =>
  api.query(getMethodologyVersion, { params: { methodologyId } })

export const diffQuery = (api: OrganizationApi, methodologyId: string, against: string) =>
  api.query(diffMethodologyVersions, { params: { methodologyId }, query: { against } })

/** Those who may approve: owners. */
export const approversQuery = (api: OrganizationApi) =>
  api.query(listMembers, { query: { role: 'owner', pageSize: 200 } })
