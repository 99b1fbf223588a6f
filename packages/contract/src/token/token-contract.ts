import { type Permission, permissions } from '@sinew/core/access/permissions.ts'
import { z } from 'zod'
import { defineRoute, queryFlag } from '../route.ts'

const permission = z.enum(Object.keys(permissions) as [Permission, ...Permission[]])

export const tokenSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  scopes: z.array(z.string()),
  memberId: z.uuid(),
  memberName: z.string(),
  isYours: z.boolean(),
  status: z.enum(['live', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
})
export type Token = z.infer<typeof tokenSchema>

export const listTokens = defineRoute({
  id: 'listTokens',
  method: 'get',
  path: '/orgs/{organizationId}/tokens',
  summary: 'One’s own API tokens, or everybody’s for who manages members',
  tag: 'API tokens',
  access: 'token:own',
  timeTravel: false,
  query: { everybody: queryFlag.optional() },
  response: z.object({ items: z.array(tokenSchema) }),
})

export const createToken = defineRoute({
  id: 'createToken',
  method: 'post',
  path: '/orgs/{organizationId}/tokens',
  summary: 'Make a token for a program; it is shown this once',
  tag: 'API tokens',
  access: 'token:own',
  status: 201,
  body: z.strictObject({
    name: z.string().trim().min(1, 'Say what the token is for.').max(100),
    /** At most what one’s own role holds; when the role shrinks, so does the token. */
    scopes: z.array(permission).min(1, 'Choose at least one permission.').max(100),
    expiresInDays: z.number().int().min(1).max(365, 'A token works for a year at most.'),
  }),
  response: tokenSchema.extend({ token: z.string() }),
})

export const revokeToken = defineRoute({
  id: 'revokeToken',
  method: 'delete',
  path: '/orgs/{organizationId}/tokens/{tokenId}',
  summary: 'End a token at once; one’s own, or anybody’s for who manages members',
  tag: 'API tokens',
  access: 'token:own',
  params: { tokenId: z.uuid() },
})
