import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import type { LossMoments } from '../moments/scenario-moments.ts'
import { asPart, type Steps } from './in-steps.ts'
import { lattice } from './lattice.ts'
import { type LatticeCurve, latticeCurve } from './lattice-curve.ts'
import { spectrumInSteps } from './portfolio-spectrum.ts'
import type { Points } from './scenario-transform.ts'

const size = 512
/** Few points: what is looked for is a range, not a price. */
export const coarsely: Points = { rateStep: 0.7, ratePoints: 4, effectPoints: 2 }

/**
 * A range that a year's loss exceeds with a probability of at most 1e-4: a little more than the loss of one year in 10,000, read from a coarse
 * lattice that reaches further. Where hardly any year has a loss, a thousandth of those that have one. No smaller than `atLeast`.
 */
export function* rangeInSteps(portfolio: ResolvedPortfolio, moments: LossMoments, atLeast = 0): Steps<number> {
  const tail = Math.max(1e-7, Math.min(1e-4, 1e-3 * (1 - moments.pZero)))
  let range = moments.mean + 8 * Math.sqrt(moments.variance)
  if (!(range > 0)) return Math.max(1, atLeast)
  for (let pass = 0; pass < 60; pass++) {
    const steps = coarseCurve(portfolio, range, moments.pZero)
    const curve = yield* asPart(steps, 1 - 0.5 ** pass, 1 - 0.5 ** (pass + 1))
    const beyond = 1 - curve.cdf(range - curve.step)
    const enough = curve.quantile(1 - tail)
    if (beyond > 2 * tail || enough === null) range *= beyond > 0.01 ? 4 : 2
    else {
      const far = curve.quantile(1 - tail / 500) ?? range
      const found = Math.min(range, far, 1.2 * enough)
      if (!(found > 0)) return Math.max(range, atLeast)
      // Too few points lie below it to be sure of it.
      if (found > range / 20) return Math.max(found, atLeast)
      range = 2 * found
    }
  }
  return Math.max(range, atLeast)
}

/** The distribution on a coarse lattice of this range. */
export function* coarseCurve(portfolio: ResolvedPortfolio, range: number, pZero: number): Steps<LatticeCurve> {
  const coarse = lattice(size, range, totalRate(portfolio))
  const spectrum = yield* spectrumInSteps(portfolio, coarse, coarsely)
  return latticeCurve(spectrum.current(), coarse, pZero)
}

/** The most events a year to expect before controls: what the quanta of a lattice are made for. */
export function totalRate({ scenarios, shocks }: ResolvedPortfolio): number {
  let sum = 0
  for (const { count } of scenarios)
    sum += count.poissonRates === null ? count.mean : largest(count.poissonRates.values)
  return sum + shocks.reduce((total, { rate }) => total + rate, 0)
}

function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}
