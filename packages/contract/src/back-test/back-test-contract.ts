import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { watchSchema } from '../occurrence/occurrence-contract.ts'
import { riskDetailSchema } from '../risk/risk-contract.ts'
import { riskStatuses } from '../risk/risk-words.ts'
import { decisionReason, defineRoute, listOf, listQuery, queryFlag } from '../route.ts'
import { calibrationSchema, countSchema, rateProposalSchema, testedFields } from './back-test-fields.ts'
import { backTestSorts } from './back-test-words.ts'

const common = { tag: 'Back-testing' } as const
const ofRisk = { ...common, params: { riskId: z.uuid() } } as const
const backTest = '/orgs/{organizationId}/back-test'

const groupSchema = z.object({ ...testedFields, risks: z.number().int(), losses: calibrationSchema })

/** A distribution of a year's loss: mean, and the 5 %, 50 % and 95 % quantiles, in minor units. */
const yearSchema = z.object({
  meanMinor: z.number(),
  lowMinor: z.number(),
  medianMinor: z.number(),
  highMinor: z.number(),
})

export const backTestSchema = z.object({
  currency: z.string(),
  all: groupSchema,
  /** Risks with events or watched time; those without a category under an empty name. The most surprising first. */
  categories: z.array(groupSchema.extend({ category: z.string() })),
  /** By who estimated; null is the catalogue. The most judged first. */
  estimators: z.array(
    z.object({
      assessedBy: z.string().nullable(),
      assessedByName: z.string().nullable(),
      risks: z.number().int(),
      intervals: calibrationSchema,
      events: countSchema.nullable(),
      logScore: z.number().nullable(),
    }),
  ),
  /** What a year costs today; not exact for very many risks, where it goes through a few figures of the distribution. */
  yearForecast: z.object({ claimed: yearSchema, proven: yearSchema, isExact: z.boolean() }),
  /** Years back from now, the newest first. */
  years: z.array(
    z.object({
      from: z.iso.datetime(),
      until: z.iso.datetime(),
      events: z.number().int(),
      lossMinor: z.number(),
      unknownLosses: z.number().int(),
      /** How often a year costs so much or more, with controls as claimed and as proven today. */
      asMuchOrMore: z.object({ claimed: z.number(), proven: z.number() }),
      /** Share of the year that somebody vouches for, for all risks. */
      watchedShare: z.number(),
    }),
  ),
  watches: z.array(watchSchema),
  proposals: z.object({ worse: z.number().int(), better: z.number().int() }),
})
export type BackTest = z.infer<typeof backTestSchema>

export const getBackTest = defineRoute({
  ...common,
  id: 'getBackTest',
  method: 'get',
  path: backTest,
  summary: 'How forecasts held: events and losses against what was predicted, by category, by estimator and by year',
  access: 'occurrence:read',
  response: backTestSchema,
})

const testedRiskSchema = z.object({
  ...testedFields,
  riskId: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  category: z.string(),
  status: z.enum(riskStatuses),
  /** Part of the watched time before the first estimate. */
  hindcastYears: z.number(),
  losses: calibrationSchema,
  proposal: z.enum(['worse', 'better']).nullable(),
})
export type TestedRisk = z.infer<typeof testedRiskSchema>

const filters = {
  category: z.string().max(100).optional(),
  proposal: queryFlag.optional().meta({ description: 'With an update of the estimate that waits for a decision.' }),
}

export const listBackTests = defineRoute({
  ...common,
  id: 'listBackTests',
  method: 'get',
  path: `${backTest}/risks`,
  summary: 'Risks with events or watched time: predicted against observed, the most surprising first',
  access: 'occurrence:read',
  query: { ...listQuery(backTestSorts, 'surprise'), ...filters },
  response: listOf(testedRiskSchema),
})

export const exportBackTests = defineRoute({
  ...common,
  id: 'exportBackTests',
  method: 'get',
  path: `${backTest}/export`,
  summary: 'The same list as a file',
  access: 'occurrence:read',
  query: {
    format: exportFormat,
    sort: listQuery(backTestSorts, 'surprise').sort,
    q: listQuery(backTestSorts, 'surprise').q,
    ...filters,
  },
  download: exportMediaTypes,
})

const rateUpdateSchema = z.object({
  id: z.uuid(),
  decision: z.enum(['accepted', 'dismissed']),
  reason: z.string(),
  decidedByName: z.string(),
  decidedAt: z.iso.datetime(),
  pinned: rateProposalSchema,
})
export type RateUpdate = z.infer<typeof rateUpdateSchema>

export const getRiskBackTest = defineRoute({
  ...ofRisk,
  id: 'getRiskBackTest',
  method: 'get',
  path: '/orgs/{organizationId}/risks/{riskId}/back-test',
  summary: 'How the forecast of one risk held, and the update of its frequency that follows',
  access: 'occurrence:read',
  response: z.object({
    ...testedFields,
    hindcastYears: z.number(),
    /** Losses with a forecast made before: their place in it, 0 to 1. */
    losses: z.array(
      z.object({
        occurrenceId: z.uuid(),
        at: z.iso.datetime(),
        lossMinor: z.number(),
        place: z.number(),
        isHit: z.boolean(),
      }),
    ),
    watches: z.array(watchSchema),
    /** Null when nothing material follows from what was not counted yet. */
    proposal: rateProposalSchema.nullable(),
    /** Decided updates, the newest first. A dismissed one with the key of the proposal: somebody decided against it. */
    updates: z.array(rateUpdateSchema),
  }),
})

export const acceptRateUpdate = defineRoute({
  ...ofRisk,
  id: 'acceptRateUpdate',
  method: 'post',
  path: '/orgs/{organizationId}/risks/{riskId}/rate-updates',
  summary: 'Accept the proposed update: the new frequency becomes the estimate of the risk',
  description:
    'By the owner of the risk or a manager. `key` names the proposal that was seen; `If-Match` holds the version of the risk.',
  access: 'risk:write',
  ifMatch: true,
  status: 201,
  body: z.strictObject({ key: z.string().max(100), reason: z.string().trim().max(2_000).default('') }),
  response: riskDetailSchema,
})

export const dismissRateUpdate = defineRoute({
  ...ofRisk,
  id: 'dismissRateUpdate',
  method: 'post',
  path: '/orgs/{organizationId}/risks/{riskId}/rate-updates/dismissals',
  summary: 'Decide against the proposed update, for a reason; it comes back when something more happens',
  access: 'risk:write',
  body: z.strictObject({ key: z.string().max(100), reason: decisionReason }),
  response: rateUpdateSchema,
  status: 201,
})
