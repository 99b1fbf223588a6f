import { betaLower } from '../loss/elementary/incomplete-beta.ts'
import { gammaUpper } from '../loss/elementary/incomplete-gamma.ts'
import type { CountForecast } from './predictive-count.ts'

export type PooledCount = Pick<
  CountForecast,
  'mean' | 'variance' | 'low' | 'high' | 'observed' | 'asManyOrMore' | 'asFewOrFewer'
>

/**
 * Many forecasts of counts as one: their sum as a negative binomial of the same mean and variance, risks taken as independent. Its distribution function is
 * I_{r/(r+m)}(r, n+1), r = m²/(v−m); without spread of the rates it is Poisson.
 */
export function pooledCount(
  forecasts: readonly Pick<CountForecast, 'mean' | 'variance' | 'observed'>[],
): PooledCount | null {
  if (forecasts.length === 0) return null
  const sum = (value: (one: (typeof forecasts)[number]) => number) =>
    forecasts.reduce((all, one) => all + value(one), 0)
  const mean = sum((one) => one.mean)
  const variance = sum((one) => one.variance)
  const observed = sum((one) => one.observed)
  const excess = variance - mean
  const r = (mean * mean) / excess
  const upTo = (n: number) => {
    if (n < 0) return 0
    return excess > 1e-9 * mean ? betaLower(r, n + 1, r / (r + mean)) : gammaUpper(n + 1, mean)
  }
  return {
    mean,
    variance,
    observed,
    asManyOrMore: 1 - upTo(observed - 1),
    asFewOrFewer: upTo(observed),
    low: firstAbove(0.05, upTo, mean),
    high: firstAbove(0.95, upTo, mean),
  }
}

/** The first n with P(N ≤ n) > p, by doubling and halving. */
function firstAbove(p: number, upTo: (n: number) => number, mean: number): number {
  let low = -1
  let high = Math.max(1, Math.ceil(mean))
  while (upTo(high) <= p && high < 1e12) high *= 2
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (upTo(middle) > p) high = middle
    else low = middle
  }
  return high
}
