import { listInvitations, listMembers } from '@sinew/contract/member/member-contract.ts'
import { getOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { listTokens } from '@sinew/contract/token/token-contract.ts'
import { listMail } from '@sinew/contract/work/mail-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const organizationQuery = (api: OrganizationApi) => api.query(getOrganization)

export const membersQuery = (api: OrganizationApi) => api.query(listMembers, { query: { sort: 'role', pageSize: 200 } })

export const invitationsQuery = (api: OrganizationApi) =>
  api.query(listInvitations, { query: { status: 'open', pageSize: 200 } })

export const tokensQuery = (api: OrganizationApi, everybody: boolean) =>
  api.query(listTokens, { query: everybody ? { everybody } : {} })

export const mailQuery = (api: OrganizationApi) => api.query(listMail, { query: { pageSize: 100 } })
