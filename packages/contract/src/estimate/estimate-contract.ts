import { estimateStatuses } from '@sinew/core/estimate/estimator-rules.ts'
import { poolWeightings } from '@sinew/core/estimate/pool-estimates.ts'
import { poolMethods } from '@sinew/core/estimate/pool-intervals.ts'
import { z } from 'zod'
import { frequencySchema, lossSchema } from '../risk/risk-fields.ts'
import { defineRoute } from '../route.ts'

const note = z.string().trim().max(5_000)

/** How somebody did on the training questions. */
export const hitCountSchema = z.object({ answered: z.number().int(), hits: z.number().int() })

export const estimateSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  isYou: z.boolean(),
  status: z.enum(estimateStatuses),
  /** Null while they are kept from the reader, and where none are given. */
  frequency: frequencySchema.nullable(),
  lossMinor: lossSchema.nullable(),
  note: z.string(),
  /** The others' figures were visible when these were given. */
  afterSeeing: z.boolean(),
  givenAt: z.iso.datetime(),
  /** Null to readers who may not see how others did. */
  calibration: hitCountSchema.nullable(),
})
export type Estimate = z.infer<typeof estimateSchema>

export const estimateRequestSchema = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  isYou: z.boolean(),
  askedByName: z.string(),
  message: z.string(),
  askedAt: z.iso.datetime(),
  /** Nothing was given, passed or taken back since. */
  isOpen: z.boolean(),
})
export type EstimateRequest = z.infer<typeof estimateRequestSchema>

export const poolSchema = z.object({
  method: z.enum(poolMethods),
  weighting: z.enum(poolWeightings),
  frequency: frequencySchema,
  lossMinor: lossSchema,
  shares: z.array(z.object({ name: z.string(), share: z.number() })),
  basis: z.string(),
})
export type Pool = z.infer<typeof poolSchema>

const disagreement = z.object({ kind: z.enum(['none', 'close', 'far', 'apart']), sentence: z.string() })

export const riskEstimatesSchema = z.object({
  /** False while the others' figures are kept from the reader: give yours or pass first. */
  mayLook: z.boolean(),
  estimates: z.array(estimateSchema),
  requests: z.array(estimateRequestSchema),
  /** Every way of pooling; empty while the figures are hidden or fewer than two were given. */
  pools: z.array(poolSchema),
  disagreement: z.object({ frequency: disagreement, lossMinor: disagreement }).nullable(),
})
export type RiskEstimates = z.infer<typeof riskEstimatesSchema>

const anchorSchema = z.object({
  id: z.string(),
  label: z.string(),
  middle: z.number(),
  range: z.object({ low: z.number(), high: z.number() }).nullable(),
  source: z.string(),
  note: z.string(),
})
export const anchorsSchema = z.object({
  losses: z.array(anchorSchema),
  frequencies: z.array(anchorSchema),
  revenue: z.object({ minor: z.number(), known: z.string() }),
  largestClaim: z
    .object({ amountMinor: z.number(), claims: z.number(), tier: z.string(), source: z.string() })
    .nullable(),
  significant: z.object({ perYear: z.number(), medianMinor: z.number(), source: z.string() }),
})

const one = { tag: 'Estimates', params: { riskId: z.uuid() } } as const
const risk = '/orgs/{organizationId}/risks/{riskId}'

export const getEstimateAnchors = defineRoute({
  ...one,
  id: 'getEstimateAnchors',
  method: 'get',
  path: `${risk}/estimate-anchors`,
  summary: 'What the catalogue knows of losses and frequencies in the organisation’s sector and size',
  description: 'Null where the currency has no rate in the catalogue.',
  access: 'risk:read',
  response: z.object({ anchors: anchorsSchema.nullable() }),
})

export const listEstimates = defineRoute({
  ...one,
  id: 'listEstimates',
  method: 'get',
  path: `${risk}/estimates`,
  summary: 'Who estimated the risk, who was asked, and their pool',
  description:
    'What others said is kept from people who may estimate until they have given their own figures or passed: it would pull theirs towards it.',
  access: 'risk:read',
  response: riskEstimatesSchema,
})

export const giveEstimate = defineRoute({
  ...one,
  id: 'giveEstimate',
  method: 'put',
  path: `${risk}/estimates/mine`,
  summary: 'Give one’s own figures, or change them',
  access: 'risk:write',
  body: z.strictObject({ frequency: frequencySchema, lossMinor: lossSchema, note: note.default('') }),
  response: riskEstimatesSchema,
})

export const passEstimate = defineRoute({
  ...one,
  id: 'passEstimate',
  method: 'post',
  path: `${risk}/estimates/mine/pass`,
  summary: 'See the others’ figures without giving own ones; figures given later are marked',
  access: 'risk:write',
  body: z.strictObject({ note: note.default('') }),
  response: riskEstimatesSchema,
})

export const withdrawEstimate = defineRoute({
  ...one,
  id: 'withdrawEstimate',
  method: 'delete',
  path: `${risk}/estimates/mine`,
  summary: 'Take one’s own figures back',
  access: 'risk:write',
  response: riskEstimatesSchema,
})

export const askForEstimates = defineRoute({
  ...one,
  id: 'askForEstimates',
  method: 'post',
  path: `${risk}/estimate-requests`,
  summary: 'Ask people for their own figures; somebody asked before is asked again',
  access: 'risk:write',
  body: z.strictObject({
    personIds: z
      .array(z.uuid())
      .min(1, 'Choose at least one person.')
      .max(50, 'Fifty people at a time at most.')
      .refine((ids) => new Set(ids).size === ids.length, 'Each person once.'),
    message: z.string().trim().max(2_000).default(''),
  }),
  response: riskEstimatesSchema,
})

export const withdrawEstimateRequest = defineRoute({
  id: 'withdrawEstimateRequest',
  method: 'delete',
  path: `${risk}/estimate-requests/{estimateRequestId}`,
  summary: 'Ask somebody no longer',
  tag: 'Estimates',
  access: 'risk:write',
  params: { riskId: z.uuid(), estimateRequestId: z.uuid() },
  response: riskEstimatesSchema,
})

export const listMyEstimateRequests = defineRoute({
  id: 'listMyEstimateRequests',
  method: 'get',
  path: '/orgs/{organizationId}/estimate-requests',
  summary: 'The risks that others want your figures for, the oldest request first',
  tag: 'Estimates',
  access: 'risk:read',
  response: z.object({
    items: z.array(
      z.object({
        id: z.uuid(),
        riskId: z.uuid(),
        riskNumber: z.number().int(),
        riskTitle: z.string(),
        askedByName: z.string(),
        message: z.string(),
        askedAt: z.iso.datetime(),
      }),
    ),
  }),
})
