import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import type { LossMoments } from '../moments/loss-moments.ts'
import { lattice } from './lattice.ts'
import { latticeCurve } from './lattice-curve.ts'
import { portfolioSpectrum } from './portfolio-spectrum.ts'

const points = 512

/**
 * A range that a year's loss exceeds with a probability of at most 1e-4 and, where that is possible, at least 1e-7: found on a coarse lattice,
 * starting at the mean and four standard deviations. No smaller than `atLeast`.
 */
export function chooseRange(portfolio: ResolvedPortfolio, moments: LossMoments, atLeast = 0): number {
  const rate = totalRate(portfolio)
  const beyond = (range: number) => {
    const coarse = lattice(points, range, rate)
    const curve = latticeCurve(portfolioSpectrum(portfolio, coarse, 6).current(), coarse, 0)
    return 1 - curve.cdf(range - coarse.step)
  }
  let range = moments.mean + 4 * Math.sqrt(moments.variance)
  if (!(range > 0)) return Math.max(1, atLeast)
  let tail = beyond(range)
  for (let step = 0; step < 60 && tail > 1e-4; step++) {
    range *= tail > 1e-3 ? 2 : 1.5
    tail = beyond(range)
  }
  for (let step = 0; step < 20 && tail < 1e-7 && range > atLeast; step++) {
    const smaller = range / 1.6
    const tailThere = beyond(smaller)
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
