import { objectEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { z } from 'zod'
import { defineRoute, listOf } from '../route.ts'

const body = z.string().trim().min(1, 'Write something.').max(10_000, 'A comment has at most 10,000 characters.')

export const commentSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  entity: z.enum(objectEntities),
  entityId: z.uuid(),
  authorUserId: z.string(),
  authorName: z.string(),
  /** Plain text; only web addresses in it become links. */
  body: z.string(),
  /** People it addresses by name: `@Anna Ames` in its text. */
  mentions: z.array(z.object({ personId: z.uuid(), name: z.string() })),
  edited: z.boolean(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Comment = z.infer<typeof commentSchema>

const addressed = z.array(z.uuid()).max(20, 'A comment addresses at most 20 people.').default([])

const onObject = { entity: z.enum(objectEntities), entityId: z.uuid() }
const comment = { tag: 'Comments', params: { commentId: z.uuid() } } as const

export const listComments = defineRoute({
  id: 'listComments',
  method: 'get',
  path: '/orgs/{organizationId}/comments/{entity}/{entityId}',
  summary: 'The comments on one object, oldest first',
  description: 'Needs the right to read that kind of object as well.',
  tag: 'Comments',
  access: 'comment:read',
  params: onObject,
  query: {
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(200),
  },
  response: listOf(commentSchema),
})

export const createComment = defineRoute({
  id: 'createComment',
  method: 'post',
  path: '/orgs/{organizationId}/comments/{entity}/{entityId}',
  summary: 'Comment on an object',
  tag: 'Comments',
  access: 'comment:write',
  params: onObject,
  status: 201,
  body: z.strictObject({ body, personIds: addressed }),
  response: commentSchema,
})

export const updateComment = defineRoute({
  ...comment,
  id: 'updateComment',
  method: 'patch',
  path: '/orgs/{organizationId}/comments/{commentId}',
  summary: 'Change one’s own comment; the ledger keeps what it said',
  access: 'comment:write',
  ifMatch: true,
  body: z.strictObject({ body, personIds: addressed }),
  response: commentSchema,
})

export const deleteComment = defineRoute({
  ...comment,
  id: 'deleteComment',
  method: 'delete',
  path: '/orgs/{organizationId}/comments/{commentId}',
  summary: 'Remove one’s own comment; the ledger keeps what it said',
  access: 'comment:write',
  ifMatch: true,
})

export const dismissMention = defineRoute({
  id: 'dismissMention',
  method: 'post',
  path: '/orgs/{organizationId}/mentions/{mentionId}/dismiss',
  summary: 'Take a mention of oneself off one’s list without answering',
  tag: 'Comments',
  access: 'work:own',
  params: { mentionId: z.uuid() },
})
