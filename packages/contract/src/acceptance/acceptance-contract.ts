import { z } from 'zod'
import { tailSchema } from '../chain/tail-schema.ts'
import { instant } from '../instant.ts'
import { riskLevelSchema } from '../risk/risk-fields.ts'
import { decisionReason, defineRoute } from '../route.ts'

export const acceptanceStatuses = ['valid', 'reopened', 'withdrawn', 'renewed'] as const

/** The short form that a register shows. */
export const acceptanceStandingSchema = z.object({
  id: z.uuid(),
  status: z.enum(acceptanceStatuses),
  acceptedByName: z.string(),
  acceptedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
})

export const acceptanceSchema = acceptanceStandingSchema.extend({
  version: z.number().int(),
  riskId: z.uuid(),
  rationale: z.string(),
  acceptedByPersonId: z.uuid(),
  /** What was decided on, and never changes: what the risk was when it was accepted. */
  pinned: z.object({
    provenLossMinor: z.number().int(),
    inherentLossMinor: z.number().int(),
    claimedLossMinor: z.number().int(),
    targetLossMinor: z.number().int(),
    /** The year of this risk as proven, in a few figures, and the engine that priced it; older acceptances have none. */
    year: tailSchema.optional(),
    engineVersion: z.string().optional(),
    level: riskLevelSchema,
    methodologyVersion: z.number().int(),
    ownerId: z.uuid(),
    ownerName: z.string(),
    /** Where a deputy accepted for the owner: under which delegation. */
    delegation: z.object({ id: z.uuid(), number: z.number().int(), deputyName: z.string() }).optional(),
    riskVersion: z.number().int(),
    treatment: z.string().nullable(),
    controls: z.array(z.object({ ref: z.string(), effect: z.string(), assurance: z.number() })),
  }),
  endedAt: z.iso.datetime().nullable(),
  endReasons: z.array(z.object({ code: z.string(), message: z.string() })),
})
export type Acceptance = z.infer<typeof acceptanceSchema>

const ofRisk = { tag: 'Acceptance', params: { riskId: z.uuid() } } as const

export const listAcceptances = defineRoute({
  ...ofRisk,
  id: 'listAcceptances',
  method: 'get',
  path: '/orgs/{organizationId}/risks/{riskId}/acceptances',
  summary: 'Every acceptance of a risk, the newest first, with what it was pinned to and why it ended',
  access: 'risk:read',
  response: z.object({ items: z.array(acceptanceSchema) }),
})

export const acceptRisk = defineRoute({
  ...ofRisk,
  id: 'acceptRisk',
  method: 'post',
  path: '/orgs/{organizationId}/risks/{riskId}/acceptances',
  summary: 'Accept the residual risk as its owner, until a date',
  description:
    'Only the user of the risk owner, or of a deputy with a granted delegation in force, within what the methodology allows at this level, and above the low level not the assessor. `If-Match` holds the version of the risk.',
  access: 'risk:accept',
  ifMatch: true,
  status: 201,
  body: z.strictObject({
    rationale: z.string().trim().min(1, 'Say why this risk is taken.').max(5_000),
    /** Left out: as long as the methodology allows. */
    expiresAt: instant.optional(),
    /** The proven loss that was on the screen: when it is another by now, nothing is accepted. */
    seenProvenLossMinor: z.number().int().optional(),
  }),
  response: acceptanceSchema,
})

export const withdrawAcceptance = defineRoute({
  tag: 'Acceptance',
  params: { acceptanceId: z.uuid() },
  id: 'withdrawAcceptance',
  method: 'post',
  path: '/orgs/{organizationId}/acceptances/{acceptanceId}/withdraw',
  summary: 'Take an acceptance back, with the reason',
  access: 'risk:accept',
  ifMatch: true,
  body: z.strictObject({ reason: decisionReason }),
  response: acceptanceSchema,
})
