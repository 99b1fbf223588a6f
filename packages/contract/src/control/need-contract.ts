import { largestWeight, longestCadenceDays } from '@sinew/core/control/need-rules.ts'
import { z } from 'zod'
import {
  evidenceResultSchema,
  evidenceStates,
  freshnessStates,
  natures,
  proofStatusSchema,
  provenances,
} from '../evidence/evidence-words.ts'
import { defineRoute } from '../route.ts'

const needFields = {
  title: z.string().trim().min(1, 'Say what would prove the control.').max(300),
  cadenceDays: z
    .number()
    .int()
    .min(1, 'At least one day.')
    .max(longestCadenceDays, `At most ${longestCadenceDays} days.`),
  weight: z.number().min(0, 'Not below 0.').max(largestWeight, `At most ${largestWeight}.`),
  nature: z.enum(natures),
}

const reason = z.string().trim().max(2_000)

/** How a need stands at the instant it was asked for: `share` = freshness × result × provenance, as in the explanation. */
export const needStandingSchema = z.object({
  share: z.number(),
  proof: proofStatusSchema,
  reason: z.enum([
    'withdrawn',
    'rejected',
    'generated',
    'design_only',
    'missing',
    'dated_ahead',
    'failed',
    'nothing_tested',
    'stale',
    'due',
    'current',
  ]),
  freshness: z.enum(freshnessStates),
  freshnessFactor: z.number(),
  result: z.number(),
  provenance: z.number(),
  counts: z.boolean(),
  validUntil: z.iso.datetime().nullable(),
  lateDays: z.number(),
})

/** The piece a need is judged by: the newest, withdrawn and rejected ones included. */
export const newestEvidenceSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  nature: z.enum(natures),
  provenance: z.enum(provenances),
  result: evidenceResultSchema,
  state: z.enum(evidenceStates),
  collectedAt: z.iso.datetime(),
  validUntil: z.iso.datetime().nullable(),
})

export const needSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  controlId: z.uuid(),
  ...needFields,
  collectorId: z.uuid().nullable(),
  collectorName: z.string().nullable(),
  evidenceCount: z.number().int(),
  newest: newestEvidenceSchema.nullable(),
  standing: needStandingSchema,
  /** Expected yearly loss that a fresh pass would take off the proven loss; null where it serves no priced risk. */
  worthMinor: z.number().int().nullable(),
})
export type Need = z.infer<typeof needSchema>

const aNeed = {
  tag: 'Controls',
  path: '/orgs/{organizationId}/controls/{controlId}/needs/{needId}',
  params: { controlId: z.uuid(), needId: z.uuid() },
} as const

export const addNeed = defineRoute({
  id: 'addNeed',
  method: 'post',
  path: '/orgs/{organizationId}/controls/{controlId}/needs',
  summary: 'Say what else would prove a control, and how often',
  tag: 'Controls',
  access: 'control:write',
  params: { controlId: z.uuid() },
  status: 201,
  body: z.strictObject({
    title: needFields.title,
    cadenceDays: needFields.cadenceDays,
    weight: needFields.weight.default(1),
    nature: needFields.nature,
  }),
  response: needSchema,
})

export const changeNeed = defineRoute({
  ...aNeed,
  id: 'changeNeed',
  method: 'patch',
  summary: 'Change an evidence need',
  description:
    'A longer cadence, another weight (weights are relative) or a document where operation had to be shown makes the control easier to prove. That is a decision: it needs the permission control:decide and a reason, which the ledger keeps.',
  access: 'control:write',
  ifMatch: true,
  body: z.strictObject({ ...z.object(needFields).partial().shape, reason: reason.default('') }),
  response: needSchema,
})

export const removeNeed = defineRoute({
  ...aNeed,
  id: 'removeNeed',
  method: 'post',
  path: `${aNeed.path}/remove`,
  summary: 'Remove an evidence need: a decision, with its reason',
  access: 'control:decide',
  ifMatch: true,
  status: 204,
  body: z.strictObject({ reason: reason.min(1, 'Making a control easier to prove is a decision: say why.') }),
})
