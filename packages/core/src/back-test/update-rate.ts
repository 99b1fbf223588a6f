import type { Interval } from '../chain/chain-snapshot.ts'
import { exp } from '../loss/elementary/exponential.ts'
import { log } from '../loss/elementary/logarithm.ts'
import { learnRate } from '../loss/frequency/learn-rate.ts'
import { type Lognormal, lognormalFrom90, lognormalMean, z95 } from '../loss/lognormal.ts'
import type { Gamma } from '../loss/model/portfolio.ts'
import { inverseTrigamma, trigamma } from './trigamma.ts'

/** What is believed of a rate a year before and after counting events. */
export type RateUpdate = {
  readonly prior: Gamma
  readonly posterior: Gamma
  readonly priorMean: number
  readonly posteriorMean: number
  /** The belief after, as an estimate is written down: a 90 % interval of a lognormal rate. */
  readonly interval: Interval
}

/** Above this shape (an interval within ±2 % or so) a rate counts as known: no count would move it. */
const surest = 1e4

/**
 * The gamma law that stands for a lognormal rate: the same mean and the same variance of the logarithm, ψ′(r) = σ². For narrow intervals that is cv = 1/√r; for wide ones
 * it keeps the body of the law, where matching the variance would follow its far tail and let one quiet year speak for twenty.
 */
export function gammaOf(rate: Lognormal): Gamma {
  const variance = rate.sigma * rate.sigma
  const shape = variance > 1 / surest ? inverseTrigamma(variance) : surest
  return { type: 'gamma', shape, scale: lognormalMean(rate) / shape }
}

/** The way back: the lognormal with the mean of a gamma law and its variance of the logarithm, as a 90 % interval. */
export function intervalOf(rate: Gamma): Interval {
  const variance = trigamma(rate.shape)
  const sigma = Math.sqrt(variance)
  const median = log(rate.shape * rate.scale) - variance / 2
  return { low: exp(median - z95 * sigma), high: exp(median + z95 * sigma) }
}

/**
 * What a count of events teaches about a rate: Gamma(r + n, r/λ + t), conjugate to the Poisson law (Klugman, Panjer, Willmot, Loss Models, 15.3), so that
 * the mean lies between what was believed and what was seen. No time and no events change nothing.
 * @param frequency the belief before, events a year without controls: a 90 % interval
 * @param years the time in which events were seen, in years without controls: watched years times the share that controls let through
 * @returns null where the interval is not usable or the input is not finite
 */
export function updateRate(frequency: Interval, events: number, years: number): RateUpdate | null {
  const rate = lognormalFrom90(frequency)
  if (rate === null || !(events >= 0) || !(years >= 0) || !Number.isFinite(events + years)) return null
  const prior = gammaOf(rate)
  const posterior = learnRate(prior, events, years)
  const isSame = events === 0 && years === 0
  return {
    prior,
    posterior,
    priorMean: lognormalMean(rate),
    posteriorMean: posterior.shape * posterior.scale,
    interval: isSame ? frequency : intervalOf(posterior),
  }
}
