import { linkEffects } from '@sinew/core/chain/chain-snapshot.ts'
import { z } from 'zod'
import { reductionSchema } from '../risk/risk-fields.ts'
import { defineRoute } from '../route.ts'

const linkFields = {
  /** What the control does to the risk: it makes events rarer, each of them cheaper, or contains some before they cost in full. */
  effect: z.enum(linkEffects),
  /** Share it takes away when it works, or the chance that it contains an event: 90 % interval within [0, 1]. */
  reduction: reductionSchema,
  /** Share of the exposure that it reaches: of the machines, the people, the events. */
  coverage: z.number().min(0, 'Between 0 and 1.').max(1, 'Between 0 and 1.'),
  /** Only where it contains events: the share of its loss that a contained event saves, the same for all controls of the risk. */
  saved: z.number().min(0, 'Between 0 and 1.').max(1, 'Between 0 and 1.').nullable(),
  note: z.string().trim().max(2_000),
}

export const controlLinkSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  riskId: z.uuid(),
  controlId: z.uuid(),
  ref: z.string(),
  title: z.string(),
  implementation: z.enum(['not_started', 'planned', 'partly', 'implemented']),
  applicable: z.boolean(),
  /** How much of it counts as claimed and as proven, within [0, 1], as last derived; null before the first time. */
  claimedShare: z.number().nullable(),
  assurance: z.number().nullable(),
  proof: z.string().nullable(),
  ...linkFields,
})
export type ControlLink = z.infer<typeof controlLinkSchema>

const links = { tag: 'Treatment', params: { riskId: z.uuid() } } as const
const link = { tag: 'Treatment', params: { riskId: z.uuid(), linkId: z.uuid() } } as const
const path = '/orgs/{organizationId}/risks/{riskId}/controls'

export const listControlLinks = defineRoute({
  ...links,
  id: 'listControlLinks',
  method: 'get',
  path,
  summary: 'The controls that treat a risk, and what each does',
  access: 'risk:read',
  response: z.object({ items: z.array(controlLinkSchema) }),
})

export const linkControl = defineRoute({
  ...links,
  id: 'linkControl',
  method: 'post',
  path,
  summary: 'Treat a risk with a control',
  access: 'risk:write',
  status: 201,
  body: z.strictObject({
    controlId: z.uuid(),
    ...linkFields,
    coverage: linkFields.coverage.default(1),
    saved: linkFields.saved.default(null),
    note: linkFields.note.default(''),
  }),
  response: controlLinkSchema,
})

export const updateControlLink = defineRoute({
  ...link,
  id: 'updateControlLink',
  method: 'patch',
  path: `${path}/{linkId}`,
  summary: 'Change what a control does to a risk',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ ...linkFields, reason: z.string().trim().max(2_000) }).partial(),
  response: controlLinkSchema,
})

export const unlinkControl = defineRoute({
  ...link,
  id: 'unlinkControl',
  method: 'delete',
  path: `${path}/{linkId}`,
  summary: 'Stop treating a risk with a control: a decision, with its reason',
  access: 'risk:write',
  ifMatch: true,
  query: {
    reason: z.string().trim().max(2_000).optional().meta({ description: 'Required: why it no longer treats it.' }),
  },
})
