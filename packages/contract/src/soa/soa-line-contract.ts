import { lintSeverities } from '@sinew/core/soa/lint-issue.ts'
import { z } from 'zod'
import { controlSources, implementations, reasonKinds, themes } from '../control/control-words.ts'
import { needStandingSchema, newestEvidenceSchema } from '../control/need-contract.ts'
import { freshnessStates, lineProofSchema, lineProofs, natures, proofStatusSchema } from '../evidence/evidence-words.ts'
import { explanationSchema } from '../explanation/explanation-schema.ts'
import { defineRoute } from '../route.ts'
import { several, severalWords } from '../several.ts'
import { changeSchema, issueSchema, reasonSchema, writtenReasonSchema } from './soa-words.ts'

/** What would prove the control, how it stands, and the piece it is judged by: the newest, withdrawn ones included. */
const needSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  cadenceDays: z.number().int(),
  nature: z.enum(natures),
  proof: proofStatusSchema,
  reason: needStandingSchema.shape.reason,
  freshness: z.enum(freshnessStates),
  validUntil: z.iso.datetime().nullable(),
  newest: newestEvidenceSchema.nullable(),
})

export const soaLineSchema = z.object({
  controlId: z.uuid(),
  /** The control's version, for `If-Match` when the line is decided on. */
  version: z.number().int(),
  ref: z.string(),
  title: z.string(),
  theme: z.enum(themes),
  source: z.enum(controlSources),
  applicable: z.boolean(),
  reasons: z.array(reasonSchema),
  /** The reasons among them that a person wrote and can change. */
  writtenReasons: z.array(z.object({ kind: z.enum(reasonKinds), text: z.string() })),
  justification: z.string(),
  implementation: z.enum(implementations),
  claimedShare: z.number(),
  description: z.string(),
  remarks: z.string(),
  ownerId: z.uuid().nullable(),
  ownerName: z.string().nullable(),
  plannedAt: z.iso.datetime().nullable(),
  proof: lineProofSchema,
  /** Proven, but something should be renewed soon. */
  due: z.boolean(),
  assurance: z.number(),
  freshness: z.enum(freshnessStates),
  nextDueAt: z.iso.datetime().nullable(),
  /**
   * In money a year, as last worked out: how much more a year would cost without the control, as claimed and as far as proven, and what its gap costs: its
   * part of the proven loss that goes once it is proven as far as it is claimed. Null before the first time.
   */
  worth: z
    .object({ claimedMinor: z.number().int(), provenMinor: z.number().int(), gapMinor: z.number().int() })
    .nullable(),
  needs: z.array(needSchema),
  issues: z.array(issueSchema),
  /** What differs from the approved version; empty while none is approved. */
  changes: z.array(changeSchema),
})
export type SoaLine = z.infer<typeof soaLineSchema>

const flag = z.enum(['true', 'false']).optional()

export const soaFilters = {
  theme: several(themes),
  source: several(controlSources),
  applicable: flag,
  proof: several(lineProofs),
  implementation: several(implementations),
  reason: several([...reasonKinds, 'none']),
  severity: several(lintSeverities),
  rule: severalWords,
  /** `decision`: the change asks for approval; `status`: it only informs; `any`: either. */
  changed: z.enum(['decision', 'status', 'any']).optional(),
  ownerId: z.uuid().optional(),
  q: z.string().trim().max(200).optional(),
}

const line = {
  tag: 'Statement of Applicability',
  path: '/orgs/{organizationId}/soa/lines/{controlId}',
  params: { controlId: z.uuid() },
} as const

const reason = z.string().trim().max(2_000)
const justification = z.string().trim().max(5_000)

export const getSoaLine = defineRoute({
  ...line,
  id: 'getSoaLine',
  method: 'get',
  summary: 'One line of the statement, and why its proof is what it is',
  access: 'soa:read',
  response: z.object({ ...soaLineSchema.shape, explanation: explanationSchema }),
})

export const updateSoaLine = defineRoute({
  ...line,
  id: 'updateSoaLine',
  method: 'patch',
  summary: 'Decide whether a control is applicable, and say why',
  description:
    'Leaving a control out needs a justification and is refused while the treatment of an open risk or an obligation needs it. `reason` is kept in the ledger with the decision.',
  access: 'control:decide',
  ifMatch: true,
  body: z
    .strictObject({
      applicable: z.boolean(),
      justification,
      writtenReasons: z.array(writtenReasonSchema).max(20, 'At most 20 reasons.'),
      remarks: z.string().trim().max(5_000),
      reason,
    })
    .partial(),
  response: soaLineSchema,
})

export const decideSoaLines = defineRoute({
  id: 'decideSoaLines',
  method: 'post',
  path: '/orgs/{organizationId}/soa/lines/decide',
  summary: 'Decide on several lines at once: leave out, take in again, add a reason; all of them, or none',
  description: 'When one is refused, none is changed; the refusals say which and why.',
  tag: 'Statement of Applicability',
  access: 'control:decide',
  body: z.strictObject({
    applicable: z.boolean().optional(),
    /** Added to the written reasons of each that does not have it yet. */
    addReason: writtenReasonSchema.optional(),
    controls: z
      .array(z.strictObject({ controlId: z.uuid(), version: z.number().int().min(1) }))
      .min(1, 'Choose at least one control.')
      .max(500, 'At most 500 at once.'),
    /** Why none of them is necessary; asked for when they are left out. */
    justification: justification.default(''),
    reason: reason.default(''),
  }),
  response: z.object({ changed: z.number().int() }),
})
