import { readAreas } from '@sinew/core/access/access-limits.ts'
import { roles } from '@sinew/core/access/permissions.ts'
import { z } from 'zod'
import { defineRoute, listOf, listQuery } from '../route.ts'

const day = z.iso.date().nullable()

/** Beyond the role: the last day, and for an auditor the period and the areas of rights that may be read. Days in UTC. */
const limits = {
  accessUntil: day,
  readFrom: day,
  readUntil: day,
  areas: z.array(z.enum(readAreas as [string, ...string[]])).max(60),
}

export const memberSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  /** The person in the register they are. */
  personId: z.uuid().nullable(),
  personNumber: z.number().int().nullable(),
  /** Tokens of theirs that work. */
  tokenCount: z.number().int(),
  isYou: z.boolean(),
  joinedAt: z.iso.datetime(),
  ...limits,
})
export type Member = z.infer<typeof memberSchema>

const member = { tag: 'Members', params: { memberId: z.uuid() } } as const
const memberReason = z.string().trim().max(2_000).default('')

export const listMembers = defineRoute({
  id: 'listMembers',
  method: 'get',
  path: '/orgs/{organizationId}/members',
  summary: 'Who may sign in to this organisation, and as what',
  tag: 'Members',
  access: 'member:read',
  query: { ...listQuery(['name', 'email', 'role', 'joinedAt'], 'name'), role: z.enum(roles).optional() },
  response: listOf(memberSchema),
})

export const changeRole = defineRoute({
  ...member,
  id: 'changeRole',
  method: 'patch',
  path: '/orgs/{organizationId}/members/{memberId}',
  summary: 'Give a member another role; it counts from their next request',
  access: 'member:manage',
  ifMatch: true,
  body: z.strictObject({ role: z.enum(roles), reason: memberReason }),
  response: memberSchema,
})

export const limitMember = defineRoute({
  ...member,
  id: 'limitMember',
  method: 'put',
  path: '/orgs/{organizationId}/members/{memberId}/limits',
  summary: 'Set the last day of a member’s access, and what an auditor may read; it counts from their next request',
  access: 'member:limit',
  ifMatch: true,
  body: z.strictObject({ ...limits, reason: memberReason }),
  response: memberSchema,
})

export const removeMember = defineRoute({
  ...member,
  id: 'removeMember',
  method: 'delete',
  path: '/orgs/{organizationId}/members/{memberId}',
  summary: 'End a membership with its tokens and open invitations; the person stays in the register',
  access: 'member:manage',
  ifMatch: true,
  query: { reason: memberReason },
})

export const invitationStatuses = ['open', 'accepted', 'revoked', 'expired'] as const

export const invitationSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  role: z.enum(roles),
  status: z.enum(invitationStatuses),
  /** Null when whoever invited is no longer a member. */
  invitedByName: z.string().nullable(),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  ...limits,
})
export type Invitation = z.infer<typeof invitationSchema>

export const listInvitations = defineRoute({
  id: 'listInvitations',
  method: 'get',
  path: '/orgs/{organizationId}/invitations',
  summary: 'Invitations, open and past',
  tag: 'Members',
  access: 'member:manage',
  query: {
    ...listQuery(['createdAt', 'email', 'expiresAt'], '-createdAt'),
    status: z.enum(invitationStatuses).optional(),
  },
  response: listOf(invitationSchema),
})

export const createInvitation = defineRoute({
  id: 'createInvitation',
  method: 'post',
  path: '/orgs/{organizationId}/invitations',
  summary: 'Invite an address; the link is shown this once, and ends an earlier open one for the same address',
  tag: 'Members',
  access: 'member:manage',
  status: 201,
  body: z.strictObject({
    email: z
      .email('That is not an e-mail address.')
      .max(200)
      .transform((text) => text.toLowerCase()),
    role: z.enum(roles),
    expiresInDays: z.number().int().min(1).max(30).default(7),
    accessUntil: limits.accessUntil.default(null),
    readFrom: limits.readFrom.default(null),
    readUntil: limits.readUntil.default(null),
    areas: limits.areas.default([]),
  }),
  /** Whoever holds the link and joins as the invited address becomes a member. */
  response: invitationSchema.extend({ link: z.url() }),
})

export const revokeInvitation = defineRoute({
  id: 'revokeInvitation',
  method: 'delete',
  path: '/orgs/{organizationId}/invitations/{invitationId}',
  summary: 'Withdraw an invitation: its link stops working',
  tag: 'Members',
  access: 'member:manage',
  params: { invitationId: z.uuid() },
})
