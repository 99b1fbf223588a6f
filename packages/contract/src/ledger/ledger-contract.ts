import { entityNames, objectEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { decisionReason, defineRoute, listOf, queryFlag } from '../route.ts'

const entity = z.enum(entityNames)
const operations = ['create', 'update', 'delete', 'restore'] as const
export const actorKinds = ['user', 'token', 'collector', 'system'] as const

const shownValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.union([z.string(), z.number(), z.boolean()])).readonly(),
])

export const fieldChangeSchema = z.object({
  /** Dotted inside of documents: `content.levelThresholds.high`. */
  field: z.string(),
  label: z.string(),
  /** Money is in minor units, instants ISO 8601; `many` means so much changed inside that it is counted, in `after`. */
  kind: z.enum(['text', 'number', 'money', 'instant', 'flag', 'reference', 'list', 'data', 'many']),
  before: shownValue,
  after: shownValue,
})

const actor = z.object({ kind: z.enum(actorKinds), id: z.string(), name: z.string() })

export const revisionSchema = z.object({
  seq: z.number().int(),
  entity,
  entityId: z.uuid(),
  /** What people call it: R-12, A.8.13; null for what has no such name. */
  ref: z.string().nullable(),
  title: z.string(),
  operation: z.enum(operations),
  version: z.number().int(),
  at: z.iso.datetime(),
  actor,
  /** Everything one request changed carries the same one. */
  requestId: z.uuid(),
  reason: z.string(),
  changes: z.array(fieldChangeSchema),
})
export type Revision = z.infer<typeof revisionSchema>

const filters = {
  entity: entity.optional(),
  actorId: z.string().max(200).optional(),
  operation: z.enum(operations).optional(),
  from: instant.optional(),
  to: instant.optional(),
  request: z.uuid().optional(),
  /** In the reason. */
  q: z.string().trim().max(200).optional(),
  /** Derived numbers and personal views as well. */
  background: queryFlag.optional(),
}

export const listLedger = defineRoute({
  id: 'listLedger',
  method: 'get',
  path: '/orgs/{organizationId}/ledger',
  summary: 'The audit trail: every change of everything, newest first',
  tag: 'Ledger',
  access: 'ledger:read',
  query: {
    ...filters,
    /** Goes on below this entry: the `nextBefore` of the page before. */
    before: z.coerce.number().int().min(1).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  },
  response: z.object({ items: z.array(revisionSchema), nextBefore: z.number().int().nullable() }),
})

export const exportLedger = defineRoute({
  id: 'exportLedger',
  method: 'get',
  path: '/orgs/{organizationId}/ledger/export',
  summary: 'The audit trail as a file',
  tag: 'Ledger',
  access: 'ledger:read',
  query: { format: exportFormat, ...filters },
  download: exportMediaTypes,
})

export const listActors = defineRoute({
  id: 'listActors',
  method: 'get',
  path: '/orgs/{organizationId}/ledger/actors',
  summary: 'Everybody who ever changed something, for filtering the audit trail',
  tag: 'Ledger',
  access: 'ledger:read',
  response: z.object({ items: z.array(actor) }),
})

export const listHistory = defineRoute({
  id: 'listHistory',
  method: 'get',
  path: '/orgs/{organizationId}/history/{entity}/{entityId}',
  summary: 'What happened to one object and to what belongs to it, newest first',
  description: 'Needs the right to read that kind of object as well.',
  tag: 'Ledger',
  access: 'organization:read',
  params: { entity: z.enum(objectEntities), entityId: z.uuid() },
  query: {
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(20),
  },
  response: listOf(revisionSchema),
})

export const deletionSchema = z.object({
  /** The request that deleted. */
  deletionId: z.uuid(),
  at: z.iso.datetime(),
  actor,
  reason: z.string(),
  /** What was deleted, and how many rows went with it. */
  items: z.array(z.object({ entity, entityId: z.uuid(), ref: z.string().nullable(), title: z.string() })),
  rowCount: z.number().int(),
})
export type Deletion = z.infer<typeof deletionSchema>

export const listDeleted = defineRoute({
  id: 'listDeleted',
  method: 'get',
  path: '/orgs/{organizationId}/deleted',
  summary: 'Deletions that can be undone, newest first',
  tag: 'Ledger',
  access: 'ledger:restore',
  timeTravel: false,
  query: {
    page: z.coerce.number().int().min(1).max(100_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(100).default(20),
  },
  response: listOf(deletionSchema),
})

export const restore = defineRoute({
  id: 'restore',
  method: 'post',
  path: '/orgs/{organizationId}/restore',
  summary: 'Undo a deletion: everything that one request deleted comes back, or nothing',
  tag: 'Ledger',
  access: 'ledger:restore',
  body: z.strictObject({ deletionId: z.uuid(), reason: decisionReason }),
  response: deletionSchema.pick({ items: true, rowCount: true }),
})
