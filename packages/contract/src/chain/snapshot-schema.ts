import { type ChainSnapshot, linkEffects } from '@sinew/core/chain/chain-snapshot.ts'
import { z } from 'zod'
import { assetKinds } from '../asset/asset-words.ts'
import { controlSources, implementations, reasonKinds } from '../control/control-words.ts'
import { evidenceResultSchema, evidenceStates, natures, provenances } from '../evidence/evidence-words.ts'
import { policyPers } from '../insurance/insurance-words.ts'
import { riskLevelSchema } from '../risk/risk-fields.ts'
import { riskStatuses, treatmentOptions } from '../risk/risk-words.ts'
import { frequencyShapeSchema, lossShapeSchema, secondaryLossSchema } from '../risk/shape-schema.ts'

/** Milliseconds since 1970 UTC, as core reckons. */
const time = z.number()
const id = z.string()
const interval = z.object({ low: z.number(), high: z.number() })

const methodology = z.object({
  id,
  version: z.number().int(),
  likelihoodBands: z.array(z.object({ name: z.string(), description: z.string(), upToPerYear: z.number().nullable() })),
  consequenceBands: z.array(z.object({ name: z.string(), description: z.string(), upToMinor: z.number().nullable() })),
  levelThresholds: z.object({ medium: z.number(), high: z.number(), critical: z.number() }),
  acceptanceRights: z.array(
    z.object({
      level: riskLevelSchema,
      mayAccept: z.enum(['owner', 'manager', 'top', 'never']),
      maxMonths: z.number(),
    }),
  ),
  appetite: z.object({
    yearlyLossMinor: z.number(),
    afterInsurance: z.boolean(),
    points: z.array(z.object({ amountMinor: z.number(), probability: z.number() })),
  }),
  materialShare: z.number(),
  maxReduction: z.number(),
  reviewIntervalDays: z.number(),
})

const evidence = z.object({
  id,
  number: z.number().int(),
  title: z.string(),
  nature: z.enum(natures),
  provenance: z.enum(provenances),
  result: evidenceResultSchema,
  state: z.enum(evidenceStates),
  collectedAt: time,
  validUntil: time.nullable(),
})

const need = z.object({
  id,
  title: z.string(),
  cadenceDays: z.number(),
  weight: z.number(),
  nature: z.enum(natures),
  collectorId: id.nullable(),
  newest: evidence.nullable(),
})

const control = z.object({
  id,
  ref: z.string(),
  title: z.string(),
  description: z.string(),
  source: z.enum(controlSources),
  implementation: z.enum(implementations),
  partlyShare: z.number(),
  ownerId: id.nullable(),
  plannedAt: time.nullable(),
  applicable: z.boolean(),
  exclusionJustification: z.string(),
  writtenReasons: z.array(z.object({ kind: z.enum(reasonKinds), text: z.string() })),
  needs: z.array(need),
  annualCostMinor: z.number().nullable(),
})

const risk = z.object({
  id,
  number: z.number().int(),
  title: z.string(),
  category: z.string(),
  status: z.enum(riskStatuses),
  ownerId: id.nullable(),
  assessedBy: z.string().nullable(),
  treatment: z.enum(treatmentOptions).nullable(),
  frequency: interval.nullable(),
  lossMinor: interval.nullable(),
  lossCapMinor: z.number().nullable(),
  frequencyShape: frequencyShapeSchema.exactOptional(),
  lossShape: lossShapeSchema.exactOptional(),
  secondaryLosses: z.array(secondaryLossSchema).exactOptional(),
  containedSaved: z.number().exactOptional(),
  links: z.array(
    z.object({
      controlId: id,
      effect: z.enum(linkEffects),
      reduction: interval,
      coverage: z.number().exactOptional(),
    }),
  ),
  assetIds: z.array(id),
})

const acceptance = z.object({
  id,
  riskId: id,
  status: z.enum(['valid', 'reopened', 'withdrawn', 'renewed']),
  acceptedAt: time,
  acceptedByPersonId: id,
  expiresAt: time,
  pinned: z.object({
    provenLossMinor: z.number(),
    level: riskLevelSchema,
    methodologyVersion: z.number().int(),
    ownerId: id,
  }),
})

const action = z.object({
  id,
  number: z.number().int(),
  riskId: id,
  controlId: id.nullable(),
  title: z.string(),
  ownerId: id.nullable(),
  dueAt: time,
  doneAt: time.nullable(),
  costMinor: z.number().nullable(),
})

/** Core's snapshot on the wire: everything derived numbers are computed from. Money in minor units, times as numbers. */
export const snapshotSchema: z.ZodType<ChainSnapshot> = z
  .object({
    organizationId: id,
    currency: z.string(),
    methodology,
    controls: z.array(control),
    risks: z.array(risk),
    obligations: z.array(
      z.object({
        id,
        number: z.number().int(),
        title: z.string(),
        kind: z.enum(['law', 'contract', 'promise']),
        controlIds: z.array(id),
      }),
    ),
    assets: z.array(z.object({ id, title: z.string(), kind: z.enum(assetKinds), inScope: z.boolean() })),
    people: z.array(z.object({ id, name: z.string(), userId: z.string().nullable(), active: z.boolean() })),
    acceptances: z.array(acceptance),
    actions: z.array(action),
    collectors: z.array(
      z.object({
        id,
        name: z.string(),
        cadenceDays: z.number(),
        active: z.boolean(),
        lastReportAt: time.nullable(),
      }),
    ),
    policies: z.array(
      z.object({
        id,
        number: z.number().int(),
        name: z.string(),
        per: z.enum(policyPers),
        deductibleMinor: z.number(),
        limitMinor: z.number(),
        premiumMinor: z.number(),
        validFrom: time,
        validUntil: time,
        riskIds: z.array(id).nullable(),
      }),
    ),
    decisions: z.array(
      z.object({
        id,
        kind: z.enum(['control_excluded', 'need_removed', 'need_weakened', 'collector_retired']),
        controlId: id,
        at: time,
        actorName: z.string(),
        reason: z.string(),
        sentence: z.string(),
      }),
    ),
    pinnedControlIds: z.array(id),
  })
  .meta({ id: 'ChainSnapshot' })
