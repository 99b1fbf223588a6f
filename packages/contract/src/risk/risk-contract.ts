import { z } from 'zod'
import { acceptanceSchema, acceptanceStandingSchema } from '../acceptance/acceptance-contract.ts'
import { explanationSchema } from '../explanation/explanation-schema.ts'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { actionSchema } from '../treatment/action-contract.ts'
import { controlLinkSchema } from '../treatment/control-link-contract.ts'
import {
  frequencySchema,
  lossCapSchema,
  lossSchema,
  lossStateSchema,
  riskFields,
  riskStateSchema,
} from './risk-fields.ts'
import { riskSorts, riskStatuses, treatmentOptions } from './risk-words.ts'
import { frequencyShapeSchema, lossShapeSchema, secondaryLossSchema } from './shape-schema.ts'

export const riskSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...riskFields,
  ownerName: z.string().nullable(),
  status: z.enum(riskStatuses),
  frequency: frequencySchema.nullable(),
  lossMinor: lossSchema.nullable(),
  lossCapMinor: lossCapSchema.nullable(),
  /** A law other than that of a range; the range is then what 90 % of it span. */
  frequencyShape: frequencyShapeSchema.nullable(),
  lossShape: lossShapeSchema.nullable(),
  secondaryLosses: z.array(secondaryLossSchema),
  /** Share of its loss that containing an event saves; null while nobody has said it. */
  containedSaved: z.number().nullable(),
  /** Why these figures: the estimator's words. */
  estimateNote: z.string(),
  /** What they were prefilled from, if from anything. */
  estimateBasis: z.string(),
  estimatedAt: z.iso.datetime().nullable(),
  assessedBy: z.string().nullable(),
  assessedByName: z.string().nullable(),
  /** Version number of the methodology the estimate was made under; when another is in force the result is flagged. */
  assessedMethodology: z.number().int().nullable(),
  outdatedMethodology: z.boolean(),
  threatId: z.string().nullable(),
  closedReason: z.string(),
  /** As last derived; null while there is no usable estimate or it has not been derived yet. */
  state: riskStateSchema.nullable(),
  aboveAppetite: z.boolean(),
  /** The review date as set, else the methodology's interval after the estimate. */
  reviewDueAt: z.iso.datetime().nullable(),
  reviewOverdue: z.boolean(),
  controlCount: z.number().int(),
  assetCount: z.number().int(),
  openActionCount: z.number().int(),
  overdueActionCount: z.number().int(),
  acceptance: acceptanceStandingSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Risk = z.infer<typeof riskSchema>

export const riskDetailSchema = riskSchema.extend({
  ownerUserId: z.string().nullable(),
  ownerActive: z.boolean(),
  controls: z.array(controlLinkSchema),
  assets: z.array(z.object({ id: z.uuid(), number: z.number().int(), title: z.string(), kind: z.string() })),
  actions: z.array(actionSchema),
  /** The newest first; only the first can be valid. */
  acceptances: z.array(acceptanceSchema),
})
export type RiskDetail = z.infer<typeof riskDetailSchema>

const common = { tag: 'Risks' } as const
const one = { ...common, params: { riskId: z.uuid() } } as const
const risks = '/orgs/{organizationId}/risks'
const several = <T extends readonly [string, ...string[]]>(values: T) =>
  z.union([z.enum(values).transform((value) => [value]), z.array(z.enum(values)).max(20)]).optional()
const bandIndex = z.coerce.number().int().min(0).max(8).optional()

const riskFilters = {
  status: several(riskStatuses).meta({
    description: 'One or more; all of them when left out.',
  }),
  /** Level, bands: in the state `state`. */
  level: several(['low', 'medium', 'high', 'critical']),
  likelihoodBand: bandIndex,
  consequenceBand: bandIndex,
  state: lossStateSchema.default('proven').meta({ description: 'The state that level and band filters look at.' }),
  ownerId: z.uuid().optional(),
  category: z.string().max(100).optional(),
  treatment: z.enum(treatmentOptions).optional(),
  controlId: z.uuid().optional(),
  assetId: z.uuid().optional(),
  aboveAppetite: queryFlag.optional(),
  reviewOverdue: queryFlag.optional(),
}

export const listRisks = defineRoute({
  ...common,
  id: 'listRisks',
  method: 'get',
  path: risks,
  summary: 'The risk register',
  access: 'risk:read',
  query: { ...listQuery(riskSorts, '-proven'), ...riskFilters, number: queryNumber.optional() },
  response: listOf(riskSchema),
})

export const exportRisks = defineRoute({
  ...common,
  id: 'exportRisks',
  method: 'get',
  path: `${risks}/export`,
  summary: 'The risk register as a file, filtered and sorted as asked',
  access: 'risk:read',
  query: {
    sort: listQuery(riskSorts, 'number').sort,
    q: listQuery(riskSorts, 'number').q,
    ...riskFilters,
    format: exportFormat,
  },
  download: exportMediaTypes,
})

export const getRisk = defineRoute({
  ...one,
  id: 'getRisk',
  method: 'get',
  path: `${risks}/{riskId}`,
  summary: 'One risk with its controls, assets, actions and acceptances',
  access: 'risk:read',
  response: riskDetailSchema,
})

export const explainRisk = defineRoute({
  ...one,
  id: 'explainRisk',
  method: 'get',
  path: `${risks}/{riskId}/explanation`,
  summary: 'Why the expected yearly loss of a risk is what it is',
  access: 'risk:read',
  query: { state: lossStateSchema.default('proven') },
  response: explanationSchema,
})

export const createRisk = defineRoute({
  ...common,
  id: 'createRisk',
  method: 'post',
  path: risks,
  summary: 'Add a risk of your own as a draft',
  access: 'risk:write',
  status: 201,
  body: z.strictObject({
    title: riskFields.title,
    source: riskFields.source.default(''),
    event: riskFields.event.default(''),
    consequence: riskFields.consequence.default(''),
    category: riskFields.category.default(''),
    properties: riskFields.properties.default([]),
    ownerId: riskFields.ownerId.default(null),
    treatment: riskFields.treatment.default(null),
    treatmentRationale: riskFields.treatmentRationale.default(''),
    reviewAt: riskFields.reviewAt.default(null),
    assetIds: z.array(z.uuid()).max(200).default([]),
  }),
  response: riskDetailSchema,
})

export const updateRisk = defineRoute({
  ...one,
  id: 'updateRisk',
  method: 'patch',
  path: `${risks}/{riskId}`,
  summary: 'Change what a risk says, its owner, treatment, review date or assets',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ ...riskFields, assetIds: z.array(z.uuid()).max(200) }).partial(),
  response: riskDetailSchema,
})

export const estimateRisk = defineRoute({
  ...one,
  id: 'estimateRisk',
  method: 'put',
  path: `${risks}/{riskId}/estimate`,
  summary: 'Say how often and how much, without any control, and why',
  description:
    'As 90 % intervals; or, instead of one of them, the chance of at most one event a year (`frequencyShape`), the least, most likely and most an event costs, or a list of amounts (`lossShape`). `secondaryLosses` are further losses that an event may bring.',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({
    /** Left out where `frequencyShape` says it. */
    frequency: frequencySchema.nullable().default(null),
    /** Left out where `lossShape` says it. */
    lossMinor: lossSchema.nullable().default(null),
    lossCapMinor: lossCapSchema.nullable().default(null),
    frequencyShape: frequencyShapeSchema.nullable().default(null),
    lossShape: lossShapeSchema.nullable().default(null),
    /** Left out, they stay. */
    secondaryLosses: z.array(secondaryLossSchema).optional(),
    note: z.string().trim().min(1, 'Say why these figures: another assessor should come to the same.').max(5_000),
    basis: z.string().trim().max(5_000).default(''),
  }),
  response: riskDetailSchema,
})

/** `accepted` is reached by an acceptance alone. */
export const riskTargets = ['draft', 'assessed', 'treated', 'closed'] as const
export type RiskTarget = (typeof riskTargets)[number]

export const moveRisk = defineRoute({
  ...one,
  id: 'moveRisk',
  method: 'post',
  path: `${risks}/{riskId}/status`,
  summary: 'Call a risk assessed or treated, close it or open it again; accepting has its own route',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ to: z.enum(riskTargets), reason: z.string().trim().max(2_000).default('') }),
  response: riskDetailSchema,
})

export const deleteRisk = defineRoute({
  ...one,
  id: 'deleteRisk',
  method: 'delete',
  path: `${risks}/{riskId}`,
  summary: 'Remove a risk with its links, actions and acceptances; the ledger keeps it and can restore it',
  access: 'risk:delete',
  ifMatch: true,
  query: { reason: z.string().trim().max(2_000).optional() },
})

export const editRisks = defineRoute({
  ...common,
  id: 'editRisks',
  method: 'post',
  path: `${risks}/bulk`,
  summary: 'Change several risks at once: all of them or none',
  access: 'risk:write',
  body: z.strictObject({
    items: z
      .array(z.strictObject({ riskId: z.uuid(), version: z.number().int().min(1) }))
      .min(1, 'Choose at least one risk.')
      .max(200, 'Two hundred risks at a time at most.')
      .refine((items) => new Set(items.map((item) => item.riskId)).size === items.length, 'Each risk once.'),
    change: z
      .strictObject({
        ownerId: riskFields.ownerId,
        category: riskFields.category,
        reviewAt: riskFields.reviewAt,
        status: z.enum(riskTargets),
      })
      .partial()
      .refine((change) => Object.values(change).some((value) => value !== undefined), 'Say what to change.'),
    reason: z.string().trim().max(2_000).default(''),
  }),
  response: z.object({ items: z.array(riskSchema) }),
})
