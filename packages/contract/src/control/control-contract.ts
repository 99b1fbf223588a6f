import { linkEffects } from '@sinew/core/chain/chain-snapshot.ts'
import { z } from 'zod'
import { freshnessStates, lineProofSchema, lineProofs } from '../evidence/evidence-words.ts'
import { explanationSchema } from '../explanation/explanation-schema.ts'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { instant } from '../instant.ts'
import { defineRoute, listOf, listQuery, queryFlag } from '../route.ts'
import { several, severalWords } from '../several.ts'
import { controlSorts, controlSources, implementations, reasonKinds, themes } from './control-words.ts'
import { needSchema } from './need-contract.ts'

/** What the organisation says of a control. */
const claim = {
  implementation: z.enum(implementations),
  /** Only for `partly`: the share that is in place. */
  partlyShare: z.number().min(0, 'A share lies between 0 and 1.').max(1, 'A share lies between 0 and 1.'),
  ownerId: z.uuid().nullable(),
  plannedAt: instant.nullable(),
}
const minor = z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER)
/** What it costs: bought once and good for some years, and run every year; null while nobody has said. */
const cost = {
  capexMinor: minor.nullable(),
  lifetimeYears: z.number().min(0.1, 'At least 0.1 years.').max(100, 'At most 100 years.').nullable(),
  opexMinor: minor.nullable(),
}
const words = {
  description: z.string().trim().max(20_000),
  remarks: z.string().trim().max(5_000),
}
/** What it is: the standard's own for Annex A, the organisation's for the rest. */
const identity = {
  title: z.string().trim().min(1, 'Give the control a title.').max(300),
  theme: z.enum(themes),
  purpose: z.string().trim().max(2_000),
}

const listed = {
  id: z.uuid(),
  version: z.number().int(),
  ref: z.string(),
  source: z.enum(controlSources),
  ...identity,
  ...claim,
  ...cost,
  plannedAt: z.iso.datetime().nullable(),
  ownerName: z.string().nullable(),
  applicable: z.boolean(),
  /** g: how much is claimed to be in place; and a: how much of it is proven. */
  claimedShare: z.number(),
  assurance: z.number(),
  proof: lineProofSchema,
  freshness: z.enum(freshnessStates),
  nextDueAt: z.iso.datetime().nullable(),
  /** Yearly loss that stays above what is claimed because this control is not proven. */
  gapMinor: z.number().int(),
  /** How much more a year would cost without it, all else as it is: as claimed, and as far as proven. */
  worthClaimedMinor: z.number().int(),
  worthProvenMinor: z.number().int(),
  /** Of its cost: capex / lifetime + opex; null while nobody has said. */
  annualCostMinor: z.number().int().nullable(),
  needCount: z.number().int(),
  riskCount: z.number().int(),
  obligationCount: z.number().int(),
  updatedAt: z.iso.datetime(),
}

export const controlListItemSchema = z.object(listed)
export type ControlListItem = z.infer<typeof controlListItemSchema>

const attributesSchema = z.object({
  controlType: z.array(z.string()),
  properties: z.array(z.string()),
  cyberConcepts: z.array(z.string()),
  capabilities: z.array(z.string()),
  domains: z.array(z.string()),
})

const servedRiskSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  status: z.string(),
  effects: z.array(
    z.object({
      effect: z.enum(linkEffects),
      reductionLow: z.number(),
      reductionHigh: z.number(),
      /** Share of the exposure that it reaches. */
      coverage: z.number(),
    }),
  ),
  provenMinor: z.number().int().nullable(),
  gapMinor: z.number().int().nullable(),
  /** How much more a year would cost without this control: as claimed, and as far as proven. */
  worth: z.object({ claimedMinor: z.number().int(), provenMinor: z.number().int() }).nullable(),
})

export const controlSchema = z.object({
  ...listed,
  ...words,
  guidance: z.string(),
  /** ISO/IEC 27002:2022; null for an own control. */
  attributes: attributesSchema.nullable(),
  oldIds2013: z.array(z.string()),
  newIn2022: z.boolean(),
  exclusionJustification: z.string(),
  writtenReasons: z.array(z.object({ kind: z.enum(reasonKinds), text: z.string() })),
  due: z.boolean(),
  needs: z.array(needSchema),
  risks: z.array(servedRiskSchema),
  obligations: z.array(
    z.object({
      id: z.uuid(),
      number: z.number().int(),
      title: z.string(),
      kind: z.enum(['law', 'contract', 'promise']),
    }),
  ),
})
export type Control = z.infer<typeof controlSchema>

/** The five attributes of ISO/IEC 27002:2022; own controls have none. */
const attributeFilters = {
  controlType: severalWords,
  property: severalWords,
  cyberConcept: severalWords,
  capability: severalWords,
  domain: severalWords,
}

const filters = {
  theme: several(themes),
  implementation: several(implementations),
  proof: several(lineProofs),
  freshness: several(freshnessStates),
  ownerId: z.uuid().optional(),
  applicable: queryFlag.optional(),
  source: several(controlSources),
  ...attributeFilters,
}

export const listControls = defineRoute({
  id: 'listControls',
  method: 'get',
  path: '/orgs/{organizationId}/controls',
  summary: 'The 93 controls and the organisation’s own, with what is proven of each',
  tag: 'Controls',
  access: 'control:read',
  query: {
    ...listQuery(controlSorts, 'ref'),
    ...filters,
    ref: z.string().max(20).optional().meta({ description: 'Exactly this one: A.8.13, C-4.' }),
  },
  response: listOf(controlListItemSchema),
})

export const exportControls = defineRoute({
  id: 'exportControls',
  method: 'get',
  path: '/orgs/{organizationId}/controls/export',
  summary: 'The controls as a file, filtered and sorted as asked',
  tag: 'Controls',
  access: 'control:read',
  query: {
    sort: listQuery(controlSorts, 'ref').sort,
    q: listQuery(controlSorts, 'ref').q,
    ...filters,
    format: exportFormat,
  },
  download: exportMediaTypes,
})

const aControl = {
  tag: 'Controls',
  path: '/orgs/{organizationId}/controls/{controlId}',
  params: { controlId: z.uuid() },
} as const

export const getControl = defineRoute({
  ...aControl,
  id: 'getControl',
  method: 'get',
  summary: 'One control: what it is, what would prove it, what does, and what rests on it',
  access: 'control:read',
  response: controlSchema,
})

export const explainControl = defineRoute({
  ...aControl,
  id: 'explainControl',
  method: 'get',
  path: `${aControl.path}/explanation`,
  summary: 'Why its assurance is what it is, as a tree of terms',
  access: 'control:read',
  response: explanationSchema,
})

export const createControl = defineRoute({
  id: 'createControl',
  method: 'post',
  path: '/orgs/{organizationId}/controls',
  summary: 'Add a control of your own',
  tag: 'Controls',
  access: 'control:write',
  status: 201,
  body: z.strictObject({
    title: identity.title,
    theme: identity.theme,
    purpose: identity.purpose.default(''),
    description: words.description.default(''),
    ownerId: claim.ownerId.default(null),
  }),
  response: controlSchema,
})

export const updateControl = defineRoute({
  ...aControl,
  id: 'updateControl',
  method: 'patch',
  summary: 'Say how far a control is implemented, how, by whom and by when',
  access: 'control:write',
  ifMatch: true,
  body: z.strictObject({ ...identity, ...claim, ...words, ...cost }).partial(),
  response: controlSchema,
})

export const deleteControl = defineRoute({
  ...aControl,
  id: 'deleteControl',
  method: 'delete',
  summary: 'Remove a control of your own that nothing rests on; the ledger keeps it and can restore it',
  access: 'control:decide',
  ifMatch: true,
})

export const changeControls = defineRoute({
  id: 'changeControls',
  method: 'post',
  path: '/orgs/{organizationId}/controls/change',
  summary: 'Change several controls at once: all of them, or none',
  tag: 'Controls',
  access: 'control:write',
  body: z.strictObject({
    controls: z
      .array(z.strictObject({ controlId: z.uuid(), version: z.number().int().min(1) }))
      .min(1, 'Choose at least one control.')
      .max(500, 'At most 500 at once.'),
    change: z.strictObject(claim).partial(),
  }),
  response: z.object({ changed: z.number().int() }),
})
