import type { RiskBackTest } from './back-test-risk.ts'
import { type Calibration, calibration } from './calibration.ts'
import { type PooledCount, pooledCount } from './pooled-count.ts'

/** Forecasts of several risks together. Money in minor units. */
export type GroupBackTest = {
  readonly risks: number
  readonly watchedYears: number
  /** Events with controls as claimed and as proven; null where nobody vouches for any time. */
  readonly claimed: PooledCount | null
  readonly proven: PooledCount | null
  readonly expectedLossMinor: { readonly claimed: number; readonly proven: number }
  readonly observedLossMinor: number
  readonly unknownLosses: number
  readonly nearMisses: number
  readonly eventsOutside: number
  /** 90 % intervals of single losses. */
  readonly losses: Calibration
}

export function groupBackTest(tests: readonly RiskBackTest[]): GroupBackTest {
  const sum = (value: (test: RiskBackTest) => number) => tests.reduce((all, test) => all + value(test), 0)
  const judged = tests.flatMap(({ losses }) => losses)
  const counts = (state: 'claimed' | 'proven') =>
    pooledCount(tests.flatMap((test) => (test[state] === null ? [] : [test[state]])))
  return {
    risks: tests.length,
    watchedYears: sum((test) => test.watchedYears),
    claimed: counts('claimed'),
    proven: counts('proven'),
    expectedLossMinor: {
      claimed: sum((test) => test.expectedLossMinor.claimed),
      proven: sum((test) => test.expectedLossMinor.proven),
    },
    observedLossMinor: sum((test) => test.observedLossMinor),
    unknownLosses: sum((test) => test.unknownLosses),
    nearMisses: sum((test) => test.nearMisses),
    eventsOutside: sum((test) => test.eventsOutside),
    losses: calibration(judged.length, judged.filter(({ isHit }) => isHit).length),
  }
}

/** How the forecasts of one estimator held. */
export type EstimatorBackTest = {
  readonly assessedBy: string | null
  readonly assessedByName: string | null
  readonly risks: number
  /** All 90 % intervals that could be missed on both sides: of single losses, and of counts of which none would have been a miss too. */
  readonly intervals: Calibration
  readonly events: PooledCount | null
  /** Mean log probability of what happened, over losses and counts: higher is better. Null without any. */
  readonly logScore: number | null
}

/** By the user who estimated, the most judged first; suggestions that nobody took over are the catalogue's. */
export function estimatorBackTests(tests: readonly RiskBackTest[]): readonly EstimatorBackTest[] {
  const counts = tests.flatMap(({ estimators }) => estimators)
  const losses = tests.flatMap((test) => test.losses)
  const people = new Map(counts.map(({ assessedBy, assessedByName }) => [assessedBy, assessedByName]))
  for (const { assessedBy } of losses) if (!people.has(assessedBy)) people.set(assessedBy, null)
  return [...people]
    .map(([assessedBy, assessedByName]) => {
      const own = counts.filter((one) => one.assessedBy === assessedBy).map(({ count }) => count)
      const ownLosses = losses.filter((one) => one.assessedBy === assessedBy)
      const judged = own.filter(({ canMissLow }) => canMissLow)
      const hits = judged.filter(({ observed, low, high }) => observed >= low && observed <= high).length
      const scores = [...own, ...ownLosses].map(({ logScore }) => logScore)
      return {
        assessedBy,
        assessedByName,
        risks: own.length,
        intervals: calibration(judged.length + ownLosses.length, hits + ownLosses.filter(({ isHit }) => isHit).length),
        events: pooledCount(own),
        logScore: scores.length === 0 ? null : scores.reduce((sum, one) => sum + one, 0) / scores.length,
      }
    })
    .sort((a, b) => b.intervals.judged - a.intervals.judged || b.risks - a.risks)
}
