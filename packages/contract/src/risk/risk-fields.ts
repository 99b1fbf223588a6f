import { lossStates } from '@sinew/core/loss/loss-state.ts'
import { riskLevels } from '@sinew/core/risk/risk-level.ts'
import { z } from 'zod'
import { instant } from '../instant.ts'
import { treatmentOptions } from './risk-words.ts'

export const securityProperties = ['confidentiality', 'integrity', 'availability'] as const
export const riskLevelSchema = z.enum(riskLevels)
export const lossStateSchema = z.enum(lossStates)

const amountMinor = z.number().int('Whole minor units.').min(1, 'More than zero.').max(Number.MAX_SAFE_INTEGER)
const perYear = z.number().positive('More than zero.').max(1_000_000, 'A million events a year at most.')
const reduction = z.number().min(0, 'Between 0 and 1.').max(1, 'Between 0 and 1.')

function interval(bound: z.ZodNumber) {
  return z
    .strictObject({ low: bound, high: bound })
    .refine(({ low, high }) => low <= high, { path: ['high'], message: 'Not below the low end.' })
}

/** Events a year without any control: 90 % interval. */
export const frequencySchema = interval(perYear)
/** Loss of one event without any control in minor units: 90 % interval. */
export const lossSchema = interval(amountMinor)
/** Share in [0, 1] that the working control takes away: 90 % interval. */
export const reductionSchema = interval(reduction)
export const lossCapSchema = amountMinor

export const riskFields = {
  title: z.string().trim().min(1, 'Give the risk a title.').max(200),
  /** Who or what. */
  source: z.string().trim().max(2_000),
  /** Does what to which asset. */
  event: z.string().trim().max(5_000),
  consequence: z.string().trim().max(5_000),
  category: z.string().trim().max(100),
  properties: z
    .array(z.enum(securityProperties))
    .max(3)
    .refine((all) => new Set(all).size === all.length, 'Each property once.'),
  ownerId: z.uuid().nullable(),
  treatment: z.enum(treatmentOptions).nullable(),
  treatmentRationale: z.string().trim().max(5_000),
  reviewAt: instant.nullable(),
}

const rated = z.object({ likelihood: z.number().int().min(0), consequence: z.number().int().min(0) })

/** The four states as last derived. Bands are indices from 0 into the scales of the methodology in force. */
export const riskStateSchema = z.object({
  inherentMinor: z.number().int(),
  claimedMinor: z.number().int(),
  provenMinor: z.number().int(),
  targetMinor: z.number().int(),
  gapMinor: z.number().int(),
  inherentLevel: riskLevelSchema,
  claimedLevel: riskLevelSchema,
  provenLevel: riskLevelSchema,
  targetLevel: riskLevelSchema,
  bands: z.object({ inherent: rated, claimed: rated, proven: rated, target: rated }),
  /** The largest share of the appetite, over its points, that this risk takes up alone; above 1 it breaks it alone. */
  appetiteRatio: z.number(),
  derivedAt: z.iso.datetime(),
})
export type RiskState = z.infer<typeof riskStateSchema>
