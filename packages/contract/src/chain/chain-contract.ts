import { sourceEntities } from '@sinew/core/explanation/explanation.ts'
import { quantities } from '@sinew/core/movement/movement.ts'
import { z } from 'zod'
import { explanationSchema } from '../explanation/explanation-schema.ts'
import { instant } from '../instant.ts'
import { defineRoute } from '../route.ts'
import { borneFields } from './borne-schema.ts'
import { snapshotSchema } from './snapshot-schema.ts'
import { tailSchema } from './tail-schema.ts'

const chain = { tag: 'Living chain', access: 'chain:read' } as const

export const getSnapshot = defineRoute({
  ...chain,
  id: 'getSnapshot',
  method: 'get',
  path: '/orgs/{organizationId}/snapshot',
  summary: 'The whole chain as data: what every derived number is computed from',
  description:
    'As the derived numbers last saw it. `ETag` changes with its content; `If-None-Match` answers 304 while it has not changed.',
  response: z.object({
    /** When the derived numbers were last worked out, or the past instant asked for. */
    at: z.iso.datetime(),
    snapshot: snapshotSchema,
  }),
})

export const getDerivedStatus = defineRoute({
  ...chain,
  id: 'getDerivedStatus',
  method: 'get',
  path: '/orgs/{organizationId}/derived/status',
  summary: 'Whether the consequences of every change are worked out yet',
  timeTravel: false,
  query: {
    /** Only the change of this request, from its answer’s `X-Request-Id`. */
    after: z
      .string()
      .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'The id of a request.')
      .optional(),
  },
  response: z.object({
    /** Null before the first time. */
    computedAt: z.iso.datetime().nullable(),
    waitingChanges: z.number().int(),
    settled: z.boolean(),
  }),
})

export const explainNumber = defineRoute({
  ...chain,
  id: 'explainNumber',
  method: 'get',
  path: '/orgs/{organizationId}/explanation',
  summary: 'Why any derived number is what it is, as a tree of terms',
  query: {
    entity: z.enum(sourceEntities).default('portfolio'),
    /** Of the object; left out for the portfolio. */
    entityId: z.uuid().optional(),
    quantity: z.enum(quantities).default('assuranceGap'),
  },
  response: explanationSchema,
})

export const portfolioPointSchema = z.object({
  at: z.iso.datetime(),
  claimedMinor: z.number().int(),
  provenMinor: z.number().int(),
  gapMinor: z.number().int(),
  /** As recorded then; null before distributions were recorded. */
  tail: z.object({ claimed: tailSchema, proven: tailSchema }).nullable(),
  /** After insurance; null while no policy was in force. The other figures are before it. */
  borne: z.object(borneFields).nullable(),
})
export type PortfolioPoint = z.infer<typeof portfolioPointSchema>

export const getPortfolioHistory = defineRoute({
  ...chain,
  id: 'getPortfolioHistory',
  method: 'get',
  path: '/orgs/{organizationId}/portfolio/history',
  summary: 'The last figures of each day on which they changed',
  query: { since: instant.optional() },
  response: z.object({ currency: z.string(), items: z.array(portfolioPointSchema) }),
})
