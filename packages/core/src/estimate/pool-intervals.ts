import type { Interval } from '../chain/chain-snapshot.ts'
import { exp } from '../loss/elementary/exponential.ts'
import { log } from '../loss/elementary/logarithm.ts'
import { type Lognormal, lognormalFrom90, lognormalSurvival } from '../loss/lognormal.ts'

/** `mixture`: somebody of them is right; `averaged`: they err around one truth. */
export const poolMethods = ['mixture', 'averaged'] as const
export type PoolMethod = (typeof poolMethods)[number]

export type WeightedInterval = { readonly interval: Interval; readonly weight: number }

/**
 * One 90 % interval of several. Weights are relative; null without a usable interval of positive weight.
 *
 * `mixture`: the 5 % and 95 % quantiles of the linear opinion pool Σ wᵢ Fᵢ (Stone 1961), each Fᵢ the lognormal of an interval: as wide as
 * the estimators are apart. `averaged`: the weighted geometric means of the ends, which is averaging quantiles on the logarithmic
 * scale (Lichtendahl, Grushka-Cockayne and Winkler 2013): as wide as they are on average.
 */
export function poolIntervals(members: readonly WeightedInterval[], method: PoolMethod): Interval | null {
  const laws = members.flatMap(({ interval, weight }) => {
    const law = lognormalFrom90(interval)
    return law === null || !(weight > 0) ? [] : [{ law, interval, weight }]
  })
  const total = laws.reduce((sum, { weight }) => sum + weight, 0)
  if (!(total > 0)) return null
  const shares = laws.map((one) => ({ ...one, share: one.weight / total }))
  if (method === 'averaged') {
    const end = (of: (interval: Interval) => number) =>
      exp(shares.reduce((sum, { interval, share }) => sum + share * log(of(interval)), 0))
    return { low: end(({ low }) => low), high: end(({ high }) => high) }
  }
  return { low: mixtureQuantile(shares, 0.05), high: mixtureQuantile(shares, 0.95) }
}

type Share = { readonly law: Lognormal; readonly interval: Interval; readonly share: number }

/** Between the least and the greatest quantile of the members, by halving on the logarithmic scale. */
function mixtureQuantile(shares: readonly Share[], p: number): number {
  const ends = shares.map(({ interval }) => (p < 0.5 ? interval.low : interval.high))
  let low = log(Math.min(...ends))
  let high = log(Math.max(...ends))
  for (let step = 0; step < 100 && high - low > 1e-14; step++) {
    const middle = (low + high) / 2
    const x = exp(middle)
    const above = shares.reduce((sum, { law, share }) => sum + share * lognormalSurvival(law, x), 0)
    if (above > 1 - p) low = middle
    else high = middle
  }
  return exp((low + high) / 2)
}
