import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import { z } from 'zod'
import { engineSchema } from '../chain/engine-schema.ts'
import { defineRoute } from '../route.ts'

const amountMinor = z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER)
const bandName = z.string().trim().min(1, 'Name the band.').max(60)
const bandDescription = z.string().trim().max(500)
const bands = <T extends z.ZodType>(band: T) => z.array(band).min(1).max(9, 'A scale has nine bands at most.')
const product = z.number().int('A whole number.').min(1).max(1_000)
const share = z.number().min(0, 'Between 0 and 1.').max(1, 'Between 0 and 1.')

/** What a methodology version says. Semantic rules (bands rise, thresholds rise, …) are core's, and name the field. */
export const methodologyContentSchema = z.strictObject({
  /** What the method is for, when an assessment is made and what triggers one in between. */
  scope: z.string().trim().max(10_000),
  likelihoodBands: bands(
    z.strictObject({
      name: bandName,
      description: bandDescription,
      upToPerYear: z.number().positive('More than zero.').max(1_000_000).nullable(),
    }),
  ),
  consequenceBands: bands(
    z.strictObject({ name: bandName, description: bandDescription, upToMinor: amountMinor.nullable() }),
  ),
  levelThresholds: z.strictObject({ medium: product, high: product, critical: product }),
  acceptanceRights: z
    .array(
      z.strictObject({
        level: z.enum(riskLevels),
        mayAccept: z.enum(['owner', 'manager', 'top', 'never']),
        maxMonths: z.number().int('Whole months.').min(1, 'One month at least.').max(60, 'Five years at most.'),
      }),
    )
    .max(4),
  appetite: z.strictObject({
    /** What a year may cost on average. */
    yearlyLossMinor: amountMinor,
    /** Whether both are judged by what is left to bear after the insurance policies in force. */
    afterInsurance: z.boolean().default(false),
    /** How often a year may cost more: amounts rise, probabilities fall. */
    points: z.array(z.strictObject({ amountMinor, probability: share })).max(8, 'Eight amounts at most.'),
  }),
  materialShare: z.number().min(0, 'Not below zero.').max(10),
  maxReduction: share,
  reviewIntervalDays: z.number().int('Whole days.').min(1, 'One day at least.').max(1_095, 'Three years at most.'),
})
export type MethodologyContent = z.infer<typeof methodologyContentSchema>

export const methodologyStatuses = ['draft', 'approved', 'superseded'] as const

const summaryFields = {
  id: z.uuid(),
  version: z.number().int(),
  /** What people call it: version 3 of the methodology. */
  versionNumber: z.number().int(),
  status: z.enum(methodologyStatuses),
  note: z.string(),
  /** The user who changed it last while it was a draft. */
  proposedBy: z.string(),
  proposedByName: z.string(),
  approvedByName: z.string().nullable(),
  approvedAt: z.iso.datetime().nullable(),
  approvedAlone: z.boolean(),
  isDefault: z.boolean(),
  /** The planned change behind it: `CH-4`. */
  change: z.string().nullable(),
  /** The loss engine in use when it was approved; null before that. */
  engine: engineSchema.nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
}
export const methodologySummarySchema = z.object(summaryFields)
export type MethodologySummary = z.infer<typeof methodologySummarySchema>

export const methodologySchema = z.object({
  ...summaryFields,
  content: methodologyContentSchema,
  /** Open risks whose estimate was made under another version: not comparable until they are assessed again. */
  outdatedRiskCount: z.number().int(),
})
export type Methodology = z.infer<typeof methodologySchema>

export const methodologyDifferenceSchema = z.object({
  /** `likelihoodBands.2.upToPerYear` */
  path: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})

const common = { tag: 'Methodology' } as const
const one = { ...common, params: { methodologyId: z.uuid() } } as const
const versions = '/orgs/{organizationId}/methodology/versions'

export const getMethodologyInForce = defineRoute({
  ...common,
  id: 'getMethodologyInForce',
  method: 'get',
  path: '/orgs/{organizationId}/methodology',
  summary: 'The risk methodology in force',
  access: 'methodology:read',
  response: methodologySchema,
})

export const listMethodologyVersions = defineRoute({
  ...common,
  id: 'listMethodologyVersions',
  method: 'get',
  path: versions,
  summary: 'Every version of the methodology, the newest first',
  access: 'methodology:read',
  response: z.object({ items: z.array(methodologySummarySchema) }),
})

export const getMethodologyVersion = defineRoute({
  ...one,
  id: 'getMethodologyVersion',
  method: 'get',
  path: `${versions}/{methodologyId}`,
  summary: 'One version of the methodology',
  access: 'methodology:read',
  response: methodologySchema,
})

export const diffMethodologyVersions = defineRoute({
  ...one,
  id: 'diffMethodologyVersions',
  method: 'get',
  path: `${versions}/{methodologyId}/diff`,
  summary: 'What differs from another version, field by field',
  access: 'methodology:read',
  query: { against: z.uuid().optional().meta({ description: 'Left out: the version before it.' }) },
  response: z.object({
    from: methodologySummarySchema,
    to: methodologySummarySchema,
    items: z.array(methodologyDifferenceSchema),
  }),
})

export const createMethodologyDraft = defineRoute({
  ...common,
  id: 'createMethodologyDraft',
  method: 'post',
  path: versions,
  summary: 'Start the next version, from the one in force or from the default',
  access: 'methodology:write',
  status: 201,
  body: z.strictObject({
    from: z.enum(['in_force', 'default']).default('in_force'),
    note: z.string().trim().max(2_000).default(''),
  }),
  response: methodologySchema,
})

export const updateMethodologyDraft = defineRoute({
  ...one,
  id: 'updateMethodologyDraft',
  method: 'patch',
  path: `${versions}/{methodologyId}`,
  summary: 'Change the draft',
  access: 'methodology:write',
  ifMatch: true,
  body: z.strictObject({ content: methodologyContentSchema, note: z.string().trim().max(2_000) }).partial(),
  response: methodologySchema,
})

export const deleteMethodologyDraft = defineRoute({
  ...one,
  id: 'deleteMethodologyDraft',
  method: 'delete',
  path: `${versions}/{methodologyId}`,
  summary: 'Drop the draft; approved versions stay for ever',
  access: 'methodology:write',
  ifMatch: true,
})

export const approveMethodology = defineRoute({
  ...one,
  id: 'approveMethodology',
  method: 'post',
  path: `${versions}/{methodologyId}/approve`,
  summary: 'Approve the draft: it is in force, and replaces the version before',
  description:
    'Not by its own author while somebody else could approve it; when nobody else can, that is written down.',
  access: 'methodology:approve',
  ifMatch: true,
  body: z
    .strictObject({
      changeId: z.uuid().nullable().default(null).meta({
        description: 'The planned change behind this version; asked for once a reviewed version is in force.',
      }),
    })
    .default({ changeId: null }),
  response: methodologySchema,
})
