import { sourceEntities } from '@sinew/core/explanation/explanation.ts'
import { effectUnits, movementKinds, quantities } from '@sinew/core/movement/movement.ts'
import { z } from 'zod'
import { instant } from '../instant.ts'
import { defineRoute, listOf, listQuery } from '../route.ts'
import { several } from '../several.ts'

const value = z.union([z.number(), z.string()]).nullable()

export const effectSchema = z.object({
  entity: z.enum(sourceEntities),
  id: z.string(),
  ref: z.string(),
  label: z.string(),
  quantity: z.enum(quantities),
  unit: z.enum(effectUnits),
  /** Null when the object did not exist. */
  before: value,
  /** Null when it no longer does. */
  after: value,
  detail: z.string().exactOptional(),
})

export const movementSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  at: z.iso.datetime(),
  kind: z.enum(movementKinds),
  headline: z.string(),
  /** What happened, the chain it went along, before and after. */
  sentence: z.string(),
  cause: z.object({
    entity: z.enum(sourceEntities),
    id: z.string(),
    ref: z.string(),
    label: z.string(),
    operation: z.enum(['insert', 'update', 'delete', 'time']),
    /** Null for the passing of time, and for what the ledger tells nobody of. */
    actorName: z.string().nullable(),
    at: z.iso.datetime(),
    /** When the thing ran out. */
    since: z.iso.datetime().nullable(),
    reason: z.string().nullable(),
  }),
  /** Evidence, collector, control, risk, portfolio, acceptance, line of the statement. */
  chain: z.array(effectSchema),
  /** Movements of one key are one story. */
  episodeKey: z.string(),
  gapDeltaMinor: z.number().int(),
})
export type Movement = z.infer<typeof movementSchema>

/** One story: its newest movement, with the chain from where the first began to where the last ended. */
export const movementStorySchema = movementSchema.extend({
  count: z.number().int(),
  firstAt: z.iso.datetime(),
})
export type MovementStory = z.infer<typeof movementStorySchema>

const common = { tag: 'Movements', access: 'movement:read' } as const

export const movementFilters = {
  /** Movements whose chain, or cause, this object is on. */
  entity: z.enum(sourceEntities).optional(),
  entityId: z.uuid().optional(),
  kind: several(movementKinds),
  since: instant.optional(),
  until: instant.optional(),
}

export const listMovements = defineRoute({
  ...common,
  id: 'listMovements',
  method: 'get',
  path: '/orgs/{organizationId}/movements',
  summary: 'What moved and why, newest first, one entry a story',
  description: 'With `episode`, the single movements of one story.',
  query: {
    ...listQuery(['at', 'gapDelta'], '-at'),
    ...movementFilters,
    episode: z.string().max(200).optional(),
  },
  response: listOf(movementStorySchema).extend({ currency: z.string() }),
})

export const getMovement = defineRoute({
  ...common,
  id: 'getMovement',
  method: 'get',
  path: '/orgs/{organizationId}/movements/{movementId}',
  summary: 'One movement with its whole chain',
  params: { movementId: z.uuid() },
  response: movementSchema.extend({ currency: z.string(), storyCount: z.number().int() }),
})
