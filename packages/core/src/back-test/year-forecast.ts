import { exp } from '../loss/elementary/exponential.ts'
import { log } from '../loss/elementary/logarithm.ts'
import { z95 } from '../loss/lognormal.ts'
import type { LossCurve } from '../loss/loss-curve.ts'
import { normalCdf } from '../loss/normal.ts'
import type { Tail } from '../portfolio/tail.ts'

/** The distribution of a year's loss as back-testing shows it. Money in minor units. */
export type YearForecast = {
  readonly meanMinor: number
  /** 5 %, 50 % and 95 % quantiles. */
  readonly lowMinor: number
  readonly medianMinor: number
  readonly highMinor: number
  /** P(S ≥ x): how often a year costs so much or more. */
  readonly asMuchOrMore: (lossMinor: number) => number
  /** False where it goes through a few written figures of the distribution. */
  readonly isExact: boolean
}

export function forecastOfCurve(curve: LossCurve): YearForecast {
  return {
    meanMinor: curve.mean,
    lowMinor: curve.quantile(0.05),
    medianMinor: curve.quantile(0.5),
    highMinor: curve.quantile(0.95),
    // A loss of nothing is exceeded or met by every year; the probability of a single amount is nothing.
    asMuchOrMore: (loss) => (loss > 0 ? Math.max(0, 1 - curve.cdf(loss)) : 1),
    isExact: true,
  }
}

/**
 * The lognormal through what one year in two and one in twenty exceed: for portfolios so large that the exact distribution takes seconds. Between
 * the two it is close, far out it is a guess.
 */
export function forecastOfTail(meanMinor: number, { exceededMinor, noneProbability }: Tail): YearForecast {
  const median = exceededMinor[2]
  const high = exceededMinor[20]
  if (!(median > 0) || !(high > median)) {
    const asMuchOrMore = (loss: number) => (loss > 0 ? (loss <= high ? 1 - noneProbability : 0) : 1)
    return { meanMinor, lowMinor: 0, medianMinor: median, highMinor: high, asMuchOrMore, isExact: false }
  }
  const mu = log(median)
  const sigma = (log(high) - mu) / z95
  return {
    meanMinor,
    lowMinor: exp(mu - z95 * sigma),
    medianMinor: median,
    highMinor: high,
    asMuchOrMore: (loss) => (loss > 0 ? normalCdf((mu - log(loss)) / sigma) : 1),
    isExact: false,
  }
}
