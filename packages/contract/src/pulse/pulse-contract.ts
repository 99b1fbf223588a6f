import { attentionKinds } from '@sinew/core/chain/attention.ts'
import { sourceEntities } from '@sinew/core/explanation/explanation.ts'
import { nextStepKinds } from '@sinew/core/pulse/next-step.ts'
import { z } from 'zod'
import { borneFields } from '../chain/borne-schema.ts'
import { portfolioPointSchema } from '../chain/chain-contract.ts'
import { engineSchema } from '../chain/engine-schema.ts'
import { tailSchema } from '../chain/tail-schema.ts'
import { movementStorySchema } from '../movement/movement-contract.ts'
import { defineRoute } from '../route.ts'

const count = z.number().int()
const money = z.number().int()

const levels = z.object({ low: count, medium: count, high: count, critical: count })

export const attentionSchema = z.object({
  kind: z.enum(attentionKinds),
  entity: z.enum(sourceEntities),
  id: z.string(),
  ref: z.string(),
  title: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  dueAt: z.iso.datetime().nullable(),
  /** Expected yearly loss that doing it takes off the proven loss. */
  worthMinor: money,
  sentence: z.string(),
})
export type Attention = z.infer<typeof attentionSchema>

export const reviewEntities = ['risk', 'obligation', 'methodology'] as const

const verdictSchema = z.object({
  within: z.boolean(),
  yearlyLossWithin: z.boolean(),
  /** The largest share of what a point allows a year; above 1 the curve has crossed the appetite. */
  ratio: z.number(),
  points: z.array(
    z.object({
      amountMinor: money,
      probability: z.number(),
      /** Probability that a year costs more than the amount. */
      claimed: z.number(),
      proven: z.number(),
      within: z.boolean(),
    }),
  ),
})

const portfolioSchema = z.object({
  inherentMinor: money,
  claimedMinor: money,
  provenMinor: money,
  targetMinor: money,
  /** Proven less claimed: the part of the claimed reduction that nothing up to date proves. */
  gapMinor: money,
  tail: z.object({ inherent: tailSchema, claimed: tailSchema, proven: tailSchema, target: tailSchema }),
  /** What a year exceeds with each chance of its picture, before insurance; null as written by an earlier release. */
  picture: z.object({ claimedMinor: z.array(money), provenMinor: z.array(money) }).nullable(),
  countedRisks: count,
  unestimatedRisks: count,
  /** After insurance; null while no policy is in force. All other figures are before it. */
  borne: z
    .object({
      ...borneFields,
      lossMinor: borneFields.lossMinor.extend({ target: money }),
      tail: borneFields.tail.extend({ target: tailSchema }),
      /** The appetite judged before insurance and after it. */
      before: verdictSchema,
      after: verdictSchema,
    })
    .nullable(),
  appetite: verdictSchema.extend({
    yearlyLossMinor: money,
    /** Whether it is judged after insurance, where a policy is in force. */
    afterInsurance: z.boolean(),
  }),
  /** What made the distribution; with it the figures can be made again to the bit. */
  engine: engineSchema,
  /** Controls by what is proven of them; `due` are among the proven. */
  controls: z.object({ proven: count, due: count, stale: count, failing: count, unproven: count, excluded: count }),
  /** Open, estimated risks by level. */
  risks: z.object({ claimed: levels, proven: levels }),
})
export type PulsePortfolio = z.infer<typeof portfolioSchema>

export const pulseSchema = z.object({
  at: z.iso.datetime(),
  /** When the figures were last worked out; null before the first time. */
  computedAt: z.iso.datetime().nullable(),
  waitingChanges: count,
  currency: z.string(),
  /** Null before the first time. */
  portfolio: portfolioSchema.nullable(),
  /** The one thing to do next; null when nothing is left. */
  next: z
    .object({
      kind: z.enum(nextStepKinds),
      sentence: z.string(),
      entity: z.enum(sourceEntities).nullable(),
      id: z.string().nullable(),
      ref: z.string().nullable(),
    })
    .nullable(),
  /** What should be done, the most worth first. */
  attention: z.object({
    total: count,
    items: z.array(attentionSchema),
    counts: z.array(z.object({ kind: z.enum(attentionKinds), count })),
  }),
  /** What should be looked at again by its own date. */
  reviews: z.object({
    total: count,
    items: z.array(
      z.object({
        entity: z.enum(reviewEntities),
        id: z.string(),
        ref: z.string(),
        title: z.string(),
        dueAt: z.iso.datetime(),
      }),
    ),
  }),
  soa: z.object({
    approvedVersion: z.number().int().nullable(),
    approvedAt: z.iso.datetime().nullable(),
    proposedVersion: z.number().int().nullable(),
    /** Differences from the approved version; a decision asks for a new one, a status only informs. */
    changed: z.object({ decision: count, status: count }),
    issues: z.object({ error: count, warning: count, note: count }),
  }),
  methodology: z.object({
    versionNumber: z.number().int(),
    /** Still what the organisation was founded with: nobody looked at it. */
    isDefault: z.boolean(),
    approvedAt: z.iso.datetime().nullable(),
    reviewDueAt: z.iso.datetime().nullable(),
  }),
  movements: z.object({ total: count, items: z.array(movementStorySchema) }),
  /** The last figures of each day on which they changed, oldest first. */
  history: z.array(portfolioPointSchema),
})
export type Pulse = z.infer<typeof pulseSchema>

export const getPulse = defineRoute({
  id: 'getPulse',
  method: 'get',
  path: '/orgs/{organizationId}/pulse',
  summary: 'How things stand: the assurance gap in money, what moved and why, what is due, what to do next',
  tag: 'Living chain',
  access: 'chain:read',
  response: pulseSchema,
})
