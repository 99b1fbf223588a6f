import { z } from 'zod'

const interval = z.object({ low: z.number(), high: z.number() })
const money = z.number()

/** A forecast number of events over the watched time, and what was seen. */
export const countSchema = z.object({
  mean: z.number(),
  /** 90 % interval. */
  low: z.number(),
  high: z.number(),
  observed: z.number().int(),
  /** Probabilities of so many events or more, and of so many or fewer. */
  asManyOrMore: z.number(),
  asFewOrFewer: z.number(),
})
export type CountShown = z.infer<typeof countSchema>

export const calibrationSchema = z.object({
  judged: z.number().int(),
  hits: z.number().int(),
  hitRate: interval.nullable(),
  verdict: z.enum(['too_few', 'calibrated', 'narrow', 'wide']),
})
export type CalibrationShown = z.infer<typeof calibrationSchema>

export const testedFields = {
  watchedYears: z.number(),
  /** Events forecast with controls as claimed and as proven; null without an estimate or without watched time. */
  claimed: countSchema.nullable(),
  proven: countSchema.nullable(),
  expectedLossMinor: z.object({ claimed: money, proven: money }),
  observedLossMinor: money,
  unknownLosses: z.number().int(),
  nearMisses: z.number().int(),
  /** Events of times that nobody vouches for. */
  eventsOutside: z.number().int(),
}

const gamma = z.object({ shape: z.number(), scale: z.number() })
const beforeAfter = z.object({ before: money, after: money })

/** An update of a frequency by what happened, as proposed or as decided on. */
export const rateProposalSchema = z.object({
  key: z.string(),
  events: z.number().int(),
  /** Watched years; `recorded` holds events that nobody vouches for the time of against the least time. */
  years: z.number(),
  reading: z.enum(['watched', 'recorded']),
  /** Share of events that the controls let through, as claimed. */
  keptShare: z.number(),
  occurrenceIds: z.array(z.uuid()),
  periods: z.array(z.object({ from: z.iso.datetime(), until: z.iso.datetime() })),
  /** 90 % intervals and means, events a year without controls. */
  before: interval,
  after: interval,
  meanBefore: z.number(),
  meanAfter: z.number(),
  prior: gamma,
  posterior: gamma,
  /** Expected yearly loss. */
  inherentMinor: beforeAfter,
  provenMinor: beforeAfter,
  isWorse: z.boolean(),
})
export type RateProposal = z.infer<typeof rateProposalSchema>
