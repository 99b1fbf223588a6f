import type { Interval, RiskInput } from '../chain/chain-snapshot.ts'
import { lossLawOf } from '../loss/loss-law.ts'
import { leftIn, leftOfEvent, type SharesOf } from '../loss/price-risk.ts'
import type { Occurrence, Period } from '../occurrence/occurrence.ts'
import { cutTo, holds, union, yearsOf } from '../occurrence/periods.ts'
import { type KeptInForce, type KeptShares, keptAt, keptOver } from './kept-shares.ts'
import { type LossForecast, lossForecast } from './loss-forecast.ts'
import { type CountForecast, countForecast, type ForecastStretch } from './predictive-count.ts'

/** An estimate in the time that it was in force: what was forecast then. The first one stands for the time before it too. */
export type EstimateInForce = Period & {
  readonly frequency: Interval
  readonly lossMinor: Interval
  readonly lossCapMinor: number | null
  /** The user who made it, null for a suggestion of the catalogue that nobody took over. */
  readonly assessedBy: string | null
  readonly assessedByName: string | null
}

export type RiskRecord = {
  readonly risk: RiskInput
  readonly occurrences: readonly Occurrence[]
  /** Periods somebody vouches for, of this risk or of all. */
  readonly watched: readonly Period[]
  /** In order of time, without gaps; empty without a usable estimate. */
  readonly estimates: readonly EstimateInForce[]
  /** What controls let through, in order of time and without gaps, the last without an end; before the first, what they let through today. */
  readonly kept?: readonly KeptInForce[]
}

export type JudgedLoss = LossForecast & {
  readonly occurrenceId: string
  readonly at: number
  readonly lossMinor: number
  readonly assessedBy: string | null
}

/** What one estimator forecast of the events of one risk, in the time after the estimate. */
export type EstimatorForecast = {
  readonly assessedBy: string | null
  readonly assessedByName: string | null
  readonly count: CountForecast
}

/** What was forecast of a risk and what happened, in the time that somebody vouches for. Money in minor units. */
export type RiskBackTest = {
  readonly riskId: string
  readonly watchedYears: number
  /** Part of them before the first estimate, which is held against them all the same. */
  readonly hindcastYears: number
  readonly claimed: CountForecast | null
  readonly proven: CountForecast | null
  readonly expectedLossMinor: { readonly claimed: number; readonly proven: number }
  readonly observedLossMinor: number
  /** Events in watched time whose loss is not known yet: the sum above is at least that. */
  readonly unknownLosses: number
  readonly nearMisses: number
  /** Events that nobody vouches for the time of: not held against the forecast. */
  readonly eventsOutside: number
  /** Losses against the estimate that was in force before they happened, with controls as claimed then. */
  readonly losses: readonly JudgedLoss[]
  readonly estimators: readonly EstimatorForecast[]
}

/** Controls count with the reductions that they had at the time, where that is known. */
export function backTestRisk(record: RiskRecord, sharesOf: SharesOf, maxReduction: number): RiskBackTest {
  const { risk, occurrences, estimates, kept = [] } = record
  const watched = union(record.watched)
  const events = occurrences.filter(({ kind }) => kind === 'loss')
  const seen = events.filter(({ at }) => holds(watched, at))
  const today = keptToday(risk, sharesOf, maxReduction)
  const first = estimates[0]
  const stretchesIn = (state: keyof KeptShares) =>
    estimates.map((estimate, i): KeptStretch => {
      const from = i === 0 ? Number.NEGATIVE_INFINITY : estimate.from
      const periods = cutTo(watched, { from, until: estimate.until })
      const { events: keptShare, losses: keptLosses } = keptOver(kept, periods, state, today)
      return { frequency: estimate.frequency, years: yearsOf(periods), keptShare, keptLosses }
    })
  const stretches = { claimed: stretchesIn('claimed'), proven: stretchesIn('proven') }
  const claimed = countForecast(stretches.claimed, seen.length)
  // The same law where nothing was claimed that was not proven.
  const isSame = stretches.claimed.every(({ keptShare }, i) => keptShare === stretches.proven[i]?.keptShare)
  return {
    riskId: risk.id,
    watchedYears: yearsOf(watched),
    hindcastYears:
      first === undefined ? 0 : yearsOf(cutTo(watched, { from: Number.NEGATIVE_INFINITY, until: first.from })),
    claimed,
    proven: isSame ? claimed : countForecast(stretches.proven, seen.length),
    expectedLossMinor: {
      claimed: expectedOver(estimates, stretches.claimed),
      proven: expectedOver(estimates, stretches.proven),
    },
    observedLossMinor: seen.reduce((sum, { lossMinor }) => sum + (lossMinor ?? 0), 0),
    unknownLosses: seen.filter(({ lossMinor }) => lossMinor === null).length,
    nearMisses: occurrences.length - events.length,
    eventsOutside: events.length - seen.length,
    losses: judgedLosses(events, estimates, (at) => keptAt(kept, at, today).claimed.loss),
    estimators: estimatorForecasts(
      estimates,
      watched,
      seen,
      (periods) => keptOver(kept, periods, 'claimed', today).events,
      claimed,
    ),
  }
}

/** A stretch of time under one estimate, with the share of the expected losses that was let through in it. */
type KeptStretch = ForecastStretch & { readonly keptLosses: number }

function keptToday(risk: RiskInput, sharesOf: SharesOf, maxReduction: number): KeptShares {
  const shares = (state: keyof KeptShares) => {
    const left = leftIn(risk, sharesOf, state, maxReduction)
    return { frequency: left.frequency.mean, loss: leftOfEvent(left).mean }
  }
  return { claimed: shares('claimed'), proven: shares('proven') }
}

function expectedOver(estimates: readonly EstimateInForce[], stretches: readonly KeptStretch[]): number {
  return estimates.reduce((sum, estimate, i) => {
    const law = lossLawOf(estimate)
    const stretch = stretches[i]
    if (law === null || stretch === undefined) return sum
    return sum + law.meanRate * stretch.years * law.meanLoss * stretch.keptLosses
  }, 0)
}

/** Only what was forecast: a loss before the first estimate may be what the estimate was made from. */
function judgedLosses(
  events: readonly Occurrence[],
  estimates: readonly EstimateInForce[],
  keptLossAt: (at: number) => number,
): readonly JudgedLoss[] {
  return events.flatMap(({ id, at, lossMinor }) => {
    const estimate = estimates.find(({ from, until }) => at >= from && at < until)
    if (estimate === undefined || lossMinor === null) return []
    const { lossCapMinor, assessedBy } = estimate
    const forecast = { lossMinor: estimate.lossMinor, lossCapMinor, keptShare: keptLossAt(at) }
    const judged = lossForecast(forecast, lossMinor)
    return judged === null ? [] : [{ ...judged, occurrenceId: id, at, lossMinor, assessedBy }]
  })
}

function estimatorForecasts(
  estimates: readonly EstimateInForce[],
  watched: readonly Period[],
  events: readonly Occurrence[],
  keptIn: (periods: readonly Period[]) => number,
  whole: CountForecast | null,
): readonly EstimatorForecast[] {
  const people = [...new Set(estimates.map(({ assessedBy }) => assessedBy))]
  return people.flatMap((assessedBy) => {
    const own = estimates.filter((estimate) => estimate.assessedBy === assessedBy)
    const stretches = own.map((estimate) => {
      const periods = cutTo(watched, estimate)
      return { frequency: estimate.frequency, years: yearsOf(periods), keptShare: keptIn(periods) }
    })
    const observed = events.filter(({ at }) => own.some(({ from, until }) => at >= from && at < until)).length
    // One estimator of all of the time, and none of it before the estimate: that is the forecast of the risk.
    const isWhole = people.length === 1 && estimates.every(({ from }) => watched.every((period) => from <= period.from))
    const count = isWhole ? whole : countForecast(stretches, observed)
    return count === null ? [] : [{ assessedBy, assessedByName: own.at(-1)?.assessedByName ?? null, count }]
  })
}
