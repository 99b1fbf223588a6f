import type { Interval } from '../chain/chain-snapshot.ts'
import { exp } from './elementary/exponential.ts'
import { log } from './elementary/logarithm.ts'
import { normalCdf, normalQuantile } from './normal.ts'

/** A lognormal law by mean and standard deviation of its logarithm; sigma 0 is a constant. */
export type Lognormal = { readonly mu: number; readonly sigma: number }

/** Φ⁻¹(0.95): half the width of a 90 % interval in standard deviations. */
export const z95 = 1.6448536269514722

/** The lognormal whose 5 % and 95 % quantiles are the interval's ends; null unless 0 < low ≤ high, both finite. */
export function lognormalFrom90(interval: Interval): Lognormal | null {
  const { low, high } = interval
  if (!(low > 0) || !(high >= low) || !Number.isFinite(high)) return null
  return { mu: (log(low) + log(high)) / 2, sigma: (log(high) - log(low)) / (2 * z95) }
}

/** E[X^k] = e^{kμ + k²σ²/2}. */
export function lognormalMoment({ mu, sigma }: Lognormal, k: number): number {
  return exp(k * mu + (k * k * sigma * sigma) / 2)
}

export function lognormalMean(law: Lognormal): number {
  return lognormalMoment(law, 1)
}

/** E[min(X, cap)^k] for k = 1 or 2; without a cap the plain moment. */
export function cappedMoment(law: Lognormal, cap: number | null, k: 1 | 2): number {
  if (cap === null) return lognormalMoment(law, k)
  if (!(cap > 0)) return 0
  const z = standardised(law, cap)
  const above = cap ** k * normalCdf(-z)
  const below = normalCdf(z - k * law.sigma)
  return below === 0 ? above : lognormalMoment(law, k) * below + above
}

/** P(X > x). */
export function lognormalSurvival(law: Lognormal, x: number): number {
  return x > 0 ? normalCdf(-standardised(law, x)) : 1
}

/** The value not exceeded with probability p. */
export function lognormalQuantile({ mu, sigma }: Lognormal, p: number): number {
  return sigma === 0 ? exp(mu) : exp(mu + sigma * normalQuantile(p))
}

// (ln x − μ)/σ; a constant is at most x when x reaches it.
function standardised({ mu, sigma }: Lognormal, x: number): number {
  const distance = log(x) - mu
  if (sigma > 0) return distance / sigma
  return distance >= 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
}
