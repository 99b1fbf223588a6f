import { entityNames, objectEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { z } from 'zod'
import { defineRoute } from '../route.ts'

/** What may be linked to: every object with a page, and the parts of others. */
export const linkedEntities = [
  ...new Set([...objectEntities, ...registerHeads.map(({ table }) => table)]),
] as readonly string[] as readonly [string, ...string[]]

export const linkSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  /** The other end. */
  entity: z.enum(entityNames as readonly [string, ...string[]]),
  entityId: z.uuid(),
  /** What people call it: `R-12 Ransomware`. */
  name: z.string(),
  /** What the link means, in somebody's words. */
  relation: z.string(),
  /** Whether it was made from the other end. */
  isBack: z.boolean(),
})
export type Link = z.infer<typeof linkSchema>

const tag = 'Links'
const path = '/orgs/{organizationId}/links/{entity}/{entityId}'
const params = { entity: z.enum(linkedEntities), entityId: z.uuid() }

export const listLinks = defineRoute({
  id: 'listLinks',
  method: 'get',
  path,
  summary: 'What an object is linked to, in both directions',
  description: 'Each end is shown to whoever may read it.',
  tag,
  access: 'organization:read',
  params,
  response: z.object({ items: z.array(linkSchema) }),
})

export const createLink = defineRoute({
  id: 'createLink',
  method: 'post',
  path,
  summary: 'Link an object of a register to another object',
  description: 'Needs the right to write the register and to read the other object.',
  tag,
  access: 'link:write',
  params,
  status: 201,
  body: z.strictObject({
    toEntity: z.enum(linkedEntities),
    toId: z.uuid(),
    relation: z.string().trim().max(500).default(''),
  }),
  response: linkSchema,
})

export const deleteLink = defineRoute({
  id: 'deleteLink',
  method: 'delete',
  path: '/orgs/{organizationId}/links/{objectLinkId}',
  summary: 'Take a link away',
  tag,
  access: 'link:write',
  params: { objectLinkId: z.uuid() },
  ifMatch: true,
})
