import { assuranceChoices } from '@sinew/core/what-if/what-if.ts'
import { z } from 'zod'
import { instant } from '../instant.ts'
import { defineRoute, listOf, listQuery, queryNumber } from '../route.ts'
import { actionSchema } from '../treatment/action-contract.ts'
import { whatIfSorts } from './what-if-words.ts'

const minor = z.number().int('Whole minor units.').min(0, 'Not below zero.').max(Number.MAX_SAFE_INTEGER)

/** A policy that the world has beside those of the register. */
export const coverSchema = z.strictObject({
  per: z.enum(['event', 'year']),
  deductibleMinor: minor,
  limitMinor: minor.min(1, 'A policy pays at most something.'),
  premiumMinor: minor,
  /** Null covers every risk. */
  riskIds: z.array(z.uuid()).max(2_000, 'At most 2,000 risks; null covers all.').nullable(),
})

const controlChange = z.discriminatedUnion('change', [
  z.strictObject({ controlId: z.uuid(), change: z.literal('off') }),
  z.strictObject({ controlId: z.uuid(), change: z.literal('done') }),
  z.strictObject({
    controlId: z.uuid(),
    change: z.literal('share'),
    share: z.number().min(0, 'A share lies between 0 and 1.').max(1, 'A share lies between 0 and 1.'),
  }),
])

/** What is different from today: core's what-if on the wire. */
export const whatIfContentSchema = z.strictObject({
  assurances: z.enum(assuranceChoices),
  controls: z.array(controlChange).max(1_000, 'At most 1,000 controls.'),
  insurance: coverSchema.nullable(),
  budgetMinor: minor.nullable(),
  aheadDays: z.number().int().min(0).max(1_095, 'At most three years ahead.'),
})

const yearFigures = z.object({
  meanMinor: z.number().int(),
  oneInTenMinor: z.number().int(),
  oneInTwentyMinor: z.number().int(),
  oneInHundredMinor: z.number().int(),
})

/** Today and the changed world, as they were priced when the content was saved last. */
export const whatIfFiguresSchema = z.object({
  at: z.iso.datetime(),
  today: yearFigures,
  changed: yearFigures,
  costMinor: z.number().int(),
  /** Controls in it of which nobody had said what they cost. */
  unknownCosts: z.number().int(),
})
export type WhatIfFigures = z.infer<typeof whatIfFiguresSchema>

const words = {
  name: z.string().trim().min(1, 'Give the what-if a name.').max(120),
  note: z.string().trim().max(5_000),
}

export const whatIfSchema = z.object({
  id: z.uuid(),
  version: z.number().int(),
  number: z.number().int(),
  ...words,
  content: whatIfContentSchema,
  figures: whatIfFiguresSchema,
  authorName: z.string(),
  /** Actions of the treatment plan that were made from it. */
  actionCount: z.number().int(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type SavedWhatIf = z.infer<typeof whatIfSchema>

const tag = 'What-if'
const whatIfs = '/orgs/{organizationId}/what-ifs'
const one = { tag, path: `${whatIfs}/{whatIfId}`, params: { whatIfId: z.uuid() } } as const

export const listWhatIfs = defineRoute({
  id: 'listWhatIfs',
  method: 'get',
  path: whatIfs,
  summary: 'Saved worlds that are not so yet, with what they would cost and change',
  tag,
  access: 'risk:read',
  query: { ...listQuery(whatIfSorts, '-updatedAt'), number: queryNumber.optional() },
  response: listOf(whatIfSchema),
})

export const getWhatIf = defineRoute({
  ...one,
  id: 'getWhatIf',
  method: 'get',
  summary: 'One what-if: what it changes, and the figures it was saved with',
  access: 'risk:read',
  response: whatIfSchema,
})

export const createWhatIf = defineRoute({
  id: 'createWhatIf',
  method: 'post',
  path: whatIfs,
  summary: 'Save a changed world; its figures are worked out and kept with it',
  tag,
  access: 'risk:write',
  status: 201,
  body: z.strictObject({ name: words.name, note: words.note.default(''), content: whatIfContentSchema }),
  response: whatIfSchema,
})

export const updateWhatIf = defineRoute({
  ...one,
  id: 'updateWhatIf',
  method: 'patch',
  summary: 'Rename a what-if or change it; a changed content is priced anew',
  access: 'risk:write',
  ifMatch: true,
  body: z.strictObject({ ...words, content: whatIfContentSchema }).partial(),
  response: whatIfSchema,
})

export const deleteWhatIf = defineRoute({
  ...one,
  id: 'deleteWhatIf',
  method: 'delete',
  summary: 'Remove a what-if; actions planned from it stay, and the ledger can bring it back',
  access: 'risk:write',
  ifMatch: true,
})

export const planWhatIf = defineRoute({
  ...one,
  id: 'planWhatIf',
  method: 'post',
  path: `${one.path}/plan`,
  summary: 'Turn treatments of a what-if into actions on the risks they treat: all of them, or none',
  access: 'risk:write',
  ifMatch: true,
  status: 201,
  body: z.strictObject({
    actions: z
      .array(
        z.strictObject({
          riskId: z.uuid(),
          controlId: z.uuid(),
          title: z.string().trim().min(1, 'Say what is to be done.').max(300),
          ownerId: z.uuid().nullable(),
          dueAt: instant,
          costMinor: minor.nullable().default(null),
        }),
      )
      .min(1, 'Choose at least one treatment.')
      .max(200, 'At most 200 at once.'),
  }),
  response: z.object({ items: z.array(actionSchema) }),
})
