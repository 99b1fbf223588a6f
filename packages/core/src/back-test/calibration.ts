import type { Interval } from '../chain/chain-snapshot.ts'
import { betaLower } from '../loss/elementary/incomplete-beta.ts'

/** Below so many judged forecasts nothing is said about who made them. */
export const fewestForecasts = 10

/** `narrow`: reality falls outside of the intervals too often; `wide`: too rarely. */
export type CalibrationVerdict = 'too_few' | 'calibrated' | 'narrow' | 'wide'

/** How often 90 % intervals held what happened. */
export type Calibration = {
  readonly judged: number
  readonly hits: number
  /** 90 % interval of the true hit rate (Clopper and Pearson 1934); null without any. */
  readonly hitRate: Interval | null
  readonly verdict: CalibrationVerdict
}

export const promisedHitRate = 0.9

/**
 * Judges 90 % intervals by how many held. Fewer than ten are too few to tell. Else they are as promised unless the interval of the true
 * hit rate leaves 90 % out.
 */
export function calibration(judged: number, hits: number): Calibration {
  const hitRate = judged === 0 ? null : hitRateInterval(judged, hits)
  return { judged, hits, hitRate, verdict: verdictOf(judged, hitRate) }
}

function verdictOf(judged: number, hitRate: Interval | null): CalibrationVerdict {
  if (hitRate === null || judged < fewestForecasts) return 'too_few'
  if (hitRate.high < promisedHitRate) return 'narrow'
  return hitRate.low > promisedHitRate ? 'wide' : 'calibrated'
}

/** Clopper–Pearson: the Beta(k, n−k+1) quantile of 5 % and the Beta(k+1, n−k) quantile of 95 %. */
function hitRateInterval(n: number, k: number): Interval {
  return {
    low: k === 0 ? 0 : betaQuantile(k, n - k + 1, 0.05),
    high: k === n ? 1 : betaQuantile(k + 1, n - k, 0.95),
  }
}

/** By bisection: the distribution function rises. */
function betaQuantile(a: number, b: number, p: number): number {
  let low = 0
  let high = 1
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (betaLower(a, b, middle) < p) low = middle
    else high = middle
  }
  return (low + high) / 2
}
