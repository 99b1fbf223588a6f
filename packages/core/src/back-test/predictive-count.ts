import type { Interval } from '../chain/chain-snapshot.ts'
import { exp, expm1 } from '../loss/elementary/exponential.ts'
import { logGamma } from '../loss/elementary/log-gamma.ts'
import { log, log1p } from '../loss/elementary/logarithm.ts'
import { type Lognormal, lognormalFrom90, lognormalMean } from '../loss/lognormal.ts'
import { normalCdf, normalQuantile } from '../loss/normal.ts'

/** A stretch of watched time under one estimate: `years` count for `keptShare` of their events. */
export type ForecastStretch = { readonly frequency: Interval; readonly years: number; readonly keptShare: number }

/** What was forecast of a number of events and what was seen. */
export type CountForecast = {
  readonly mean: number
  readonly variance: number
  /** The 90 % interval of the count: P(N < low) ≤ 5 %, P(N > high) ≤ 5 %. */
  readonly low: number
  readonly high: number
  readonly observed: number
  /** P(N ≥ observed) and P(N ≤ observed). */
  readonly asManyOrMore: number
  readonly asFewOrFewer: number
  /** ln P(N = observed). */
  readonly logScore: number
  /** Whether too few events could have contradicted it too: P(N = 0) ≤ 5 %. */
  readonly canMissLow: boolean
}

type Moments = Pick<CountForecast, 'mean' | 'variance'>

/** Beyond so many events the chance of the count is nothing beside the uncertainty of its rate. */
const many = 2_000

/**
 * The predictive law of a count: Poisson given a rate that is lognormal and the same through a stretch, stretches of different estimates independent
 * of each other. Exact by quadrature over the rate; above a mean of 2,000 events the normal law in the logarithm, relative error about 1 %.
 * @returns null without a usable estimate or without any time
 */
export function countForecast(stretches: readonly ForecastStretch[], observed: number): CountForecast | null {
  const rates = stretches.flatMap(({ frequency, years, keptShare }) => {
    const rate = lognormalFrom90(frequency)
    const time = years * keptShare
    return rate === null || !(time > 0) ? [] : [{ mu: rate.mu + log(time), sigma: rate.sigma }]
  })
  if (rates.length === 0) return null
  const mean = rates.reduce((sum, rate) => sum + lognormalMean(rate), 0)
  const spread = rates.reduce((sum, rate) => sum + lognormalMean(rate) ** 2 * expm1(rate.sigma * rate.sigma), 0)
  const moments = { mean, variance: mean + spread }
  return Math.max(mean, observed) > many ? bySize(moments, observed) : byCounting(rates, moments, observed)
}

function byCounting(rates: readonly Lognormal[], moments: Moments, observed: number): CountForecast {
  const reach = Math.max(observed + 20, reachOf(rates))
  const each = rates.map((rate) => mixedPoisson(rate, reach))
  const [first = new Float64Array(1), ...rest] = each
  const law = rest.reduce((sum, next) => convolved(sum, next), first)
  let below = 0
  let upTo = 0
  let low = -1
  let high = -1
  let sum = 0
  for (let n = 0; n < law.length; n++) {
    if (n === observed) below = sum
    sum += law[n] ?? 0
    if (n === observed) upTo = sum
    if (low < 0 && sum > 0.05) low = n
    if (high < 0 && sum >= 0.95) high = n
  }
  const here = law[observed] ?? 0
  return {
    ...moments,
    low: Math.max(0, low),
    high: high < 0 ? law.length : high,
    observed,
    asManyOrMore: Math.min(1, atLeast(law, observed, 1 - below)),
    asFewOrFewer: Math.min(1, upTo),
    logScore: here > 0 ? log(here) : Number.NEGATIVE_INFINITY,
    canMissLow: (law[0] ?? 0) <= 0.05,
  }
}

/** P(N ≥ n): by what is left, or summed up where so little is left that its digits are lost. */
function atLeast(law: Float64Array, n: number, left: number): number {
  return left > 1e-6 ? left : law.subarray(n).reduce((sum, p) => sum + p, 0)
}

/** So many events that more have a probability below one in a thousand, or nearly: the interval's upper end is below. */
function reachOf(rates: readonly Lognormal[]): number {
  const rate = rates.reduce((sum, { mu, sigma }) => sum + exp(mu + 2.4 * sigma), 0)
  return Math.min(20_000, Math.ceil(rate + 4 * Math.sqrt(rate) + 4))
}

/** P(N = n), n ≤ reach, of a Poisson count with a lognormal rate. */
function mixedPoisson(rate: Lognormal, reach: number): Float64Array {
  const out = new Float64Array(reach + 1)
  // Trapezoid rule in the standard normal z up to ±6: step and reach leave out about 2e-9 (see `rateNodes`, which goes further).
  const half = rate.sigma === 0 ? 0 : Math.ceil((6 * Math.max(1, rate.sigma)) / 0.3)
  const step = half === 0 ? 0 : 6 / half
  for (let q = -half; q <= half; q++) {
    const z = q * step
    const mean = exp(rate.mu + rate.sigma * z)
    const weight = half === 0 ? 1 : step * 0.3989422804014327 * exp((-z * z) / 2)
    // Beyond the reach by far: nothing of it is seen below.
    if (mean > 2 * reach + 800) continue
    // From the first count whose probability does not vanish.
    let n = mean < 600 ? 0 : Math.max(0, Math.floor(mean - 25 * Math.sqrt(mean)))
    let p = n === 0 && mean < 600 ? exp(-mean) : exp(n * log(mean) - mean - logGamma(n + 1))
    for (; n <= reach; n++) {
      out[n] = (out[n] ?? 0) + weight * p
      p *= mean / (n + 1)
      if (n > mean && p < 1e-18) break
    }
  }
  return out
}

/** The law of the sum of two independent counts, as far as both are known. */
function convolved(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(Math.min(a.length, b.length))
  for (let i = 0; i < out.length; i++) {
    const p = a[i] ?? 0
    if (p > 0) for (let j = 0; i + j < out.length; j++) out[i + j] = (out[i + j] ?? 0) + p * (b[j] ?? 0)
  }
  return out
}

/** The sum as one lognormal of the same mean and variance. */
function bySize({ mean, variance }: Moments, observed: number): CountForecast {
  const sigma2 = log1p(variance / (mean * mean))
  const sigma = Math.sqrt(sigma2)
  const mu = log(mean) - sigma2 / 2
  const z = (count: number) => (count > 0 ? (log(count) - mu) / sigma : Number.NEGATIVE_INFINITY)
  const density = exp((-z(observed) * z(observed)) / 2) / (2.5066282746310002 * sigma * Math.max(observed, 1))
  return {
    mean,
    variance,
    low: Math.floor(exp(mu + sigma * normalQuantile(0.05))),
    high: Math.ceil(exp(mu + sigma * normalQuantile(0.95))),
    observed,
    asManyOrMore: normalCdf(-z(observed - 0.5)),
    asFewOrFewer: normalCdf(z(observed + 0.5)),
    logScore: density > 0 ? log(density) : Number.NEGATIVE_INFINITY,
    canMissLow: normalCdf(z(0.5)) <= 0.05,
  }
}
