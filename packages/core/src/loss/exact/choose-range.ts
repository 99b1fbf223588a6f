import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import type { LossMoments } from '../moments/loss-moments.ts'
import { asPart, type Steps } from './in-steps.ts'
import { lattice } from './lattice.ts'
import { latticeCurve } from './lattice-curve.ts'
import { spectrumInSteps } from './portfolio-spectrum.ts'

const points = 512

/**
 * A range that a year's loss exceeds with a probability of at most 1e-4 and, where that is possible, at least 1e-7: found on a coarse lattice,
 * starting at the mean and four standard deviations. No smaller than `atLeast`.
 */
export function* rangeInSteps(portfolio: ResolvedPortfolio, moments: LossMoments, atLeast = 0): Steps<number> {
  const rate = totalRate(portfolio)
  let passes = 0
  function* beyond(range: number): Steps<number> {
    const coarse = lattice(points, range, rate)
    const share = 1 - 0.6 ** passes++
    const spectrum = yield* asPart(spectrumInSteps(portfolio, coarse, 6), share, 1 - 0.6 ** passes)
    return 1 - latticeCurve(spectrum.current(), coarse, 0).cdf(range - coarse.step)
  }
  let range = moments.mean + 4 * Math.sqrt(moments.variance)
  if (!(range > 0)) return Math.max(1, atLeast)
  let tail = yield* beyond(range)
  for (let step = 0; step < 60 && tail > 1e-4; step++) {
    range *= tail > 1e-3 ? 2 : 1.5
    tail = yield* beyond(range)
  }
  for (let step = 0; step < 20 && tail < 1e-7 && range > atLeast; step++) {
    const smaller = range / 1.6
    const tailThere = yield* beyond(smaller)
    if (tailThere > 1e-4) break
    range = smaller
    tail = tailThere
  }
  return Math.max(range, atLeast)
}

/** The most events a year to expect before controls: what the quanta of a lattice are made for. */
export function totalRate({ scenarios, shocks }: ResolvedPortfolio): number {
  const most = ({ poissonRates, mean }: (typeof scenarios)[number]['count']) =>
    poissonRates === null ? mean : Math.max(...poissonRates.values)
  return scenarios.reduce((sum, { count }) => sum + most(count), 0) + shocks.reduce((sum, { rate }) => sum + rate, 0)
}
