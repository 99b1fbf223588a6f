import { compliances } from '@sinew/core/obligation/compliance.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { importOutcome } from '../register/register-contract.ts'
import { decisionReason, defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { obligationKinds, obligationSorts } from './obligation-words.ts'

const obligationFields = {
  title: z.string().trim().min(1, 'Give the obligation a title.').max(200),
  kind: z.enum(obligationKinds),
  source: z.string().trim().max(500),
  party: z.string().trim().max(200),
  requirement: z.string().trim().max(20_000),
  ownerId: z.uuid().nullable(),
  reviewAt: instant.nullable(),
  /** How often it is looked at again. */
  reviewEveryMonths: z.number().int('Whole months.').min(1).max(120, 'At most ten years.').nullable(),
  /** Within how many hours it asks to be told of an incident. */
  notifyHours: z.number().int('Whole hours.').min(1).max(8_760).nullable(),
}

const linkNote = z.string().trim().max(2_000)

export const obligationControlSchema = z.object({
  controlId: z.uuid(),
  ref: z.string(),
  title: z.string(),
  applicable: z.boolean(),
  /** How well it is proven now. */
  proof: z.enum(['proven', 'stale', 'failing', 'unproven', 'excluded']),
  /** What the obligation asks of this control. */
  note: z.string(),
})

export const obligationSummarySchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...obligationFields,
  ownerName: z.string().nullable(),
  controlCount: z.number().int(),
  status: z.enum(compliances),
  /** Why it stands so. */
  sentence: z.string(),
  /** What the controls that keep it leave open; null where all of them are proven. */
  doubt: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type ObligationSummary = z.infer<typeof obligationSummarySchema>

export const obligationSchema = obligationSummarySchema.extend({ controls: z.array(obligationControlSchema) })
export type Obligation = z.infer<typeof obligationSchema>

const obligation = { tag: 'Obligations', params: { obligationId: z.uuid() } } as const
const link = { tag: 'Obligations', params: { obligationId: z.uuid(), controlId: z.uuid() } } as const
const filters = {
  kind: z.enum(obligationKinds).optional(),
  status: z.enum(compliances).optional(),
  ownerId: z.uuid().optional(),
  controlId: z.uuid().optional(),
  /** Whether any control meets it. */
  linked: queryFlag.optional(),
  /** Those whose review date has passed. */
  reviewDue: queryFlag.optional(),
}

export const listObligations = defineRoute({
  id: 'listObligations',
  method: 'get',
  path: '/orgs/{organizationId}/obligations',
  summary: 'Laws, contracts and promises the organisation has to keep',
  tag: 'Obligations',
  access: 'obligation:read',
  query: { ...listQuery(obligationSorts, 'number'), ...filters, number: queryNumber.optional() },
  response: listOf(obligationSummarySchema),
})

export const exportObligations = defineRoute({
  id: 'exportObligations',
  method: 'get',
  path: '/orgs/{organizationId}/obligations/export',
  summary: 'The same list as a file',
  tag: 'Obligations',
  access: 'obligation:read',
  query: {
    format: exportFormat,
    sort: listQuery(obligationSorts, 'number').sort,
    q: listQuery(obligationSorts, 'number').q,
    ...filters,
  },
  download: exportMediaTypes,
})

export const importObligations = defineRoute({
  id: 'importObligations',
  method: 'post',
  path: '/orgs/{organizationId}/obligations/import',
  summary: 'Add the obligations of a table, with the controls that keep them: all rows or none',
  description:
    'CSV with a heading for each column: Title, Kind (law, contract or promise), Party, Source, Requirement, Owner, Review every (months), Review, Tell of incidents within (hours), and Kept by (A.5.1; A.8.13). With `dryRun` nothing is written.',
  tag: 'Obligations',
  access: 'obligation:write',
  status: 200,
  body: z.strictObject({
    csv: z.string().min(1, 'Choose a table.').max(5_000_000),
    dryRun: z.boolean().default(false),
  }),
  response: importOutcome,
})

export const getObligation = defineRoute({
  ...obligation,
  id: 'getObligation',
  method: 'get',
  path: '/orgs/{organizationId}/obligations/{obligationId}',
  summary: 'One obligation with the controls that meet it',
  access: 'obligation:read',
  response: obligationSchema,
})

export const createObligation = defineRoute({
  id: 'createObligation',
  method: 'post',
  path: '/orgs/{organizationId}/obligations',
  summary: 'Add an obligation',
  tag: 'Obligations',
  access: 'obligation:write',
  status: 201,
  body: z.strictObject({
    title: obligationFields.title,
    kind: obligationFields.kind,
    source: obligationFields.source.default(''),
    party: obligationFields.party.default(''),
    requirement: obligationFields.requirement.default(''),
    ownerId: obligationFields.ownerId.default(null),
    reviewAt: obligationFields.reviewAt.default(null),
    reviewEveryMonths: obligationFields.reviewEveryMonths.default(null),
    notifyHours: obligationFields.notifyHours.default(null),
  }),
  response: obligationSchema,
})

export const updateObligation = defineRoute({
  ...obligation,
  id: 'updateObligation',
  method: 'patch',
  path: '/orgs/{organizationId}/obligations/{obligationId}',
  summary: 'Change an obligation',
  access: 'obligation:write',
  ifMatch: true,
  body: z.strictObject(obligationFields).partial(),
  response: obligationSchema,
})

export const deleteObligation = defineRoute({
  ...obligation,
  id: 'deleteObligation',
  method: 'delete',
  path: '/orgs/{organizationId}/obligations/{obligationId}',
  summary: 'Remove an obligation and its links; the ledger keeps both and can restore them',
  access: 'obligation:write',
  ifMatch: true,
  query: { reason: decisionReason },
})

export const linkObligationControl = defineRoute({
  ...link,
  id: 'linkObligationControl',
  method: 'put',
  path: '/orgs/{organizationId}/obligations/{obligationId}/controls/{controlId}',
  summary: 'Say that a control meets the obligation, and what it asks of it',
  access: 'obligation:write',
  body: z.strictObject({ note: linkNote.default('') }),
  response: obligationSchema,
})

export const unlinkObligationControl = defineRoute({
  ...link,
  id: 'unlinkObligationControl',
  method: 'delete',
  path: '/orgs/{organizationId}/obligations/{obligationId}/controls/{controlId}',
  summary: 'Decide that a control no longer serves the obligation; the reason stays in the ledger',
  access: 'obligation:write',
  query: { reason: decisionReason },
  status: 200,
  response: obligationSchema,
})
