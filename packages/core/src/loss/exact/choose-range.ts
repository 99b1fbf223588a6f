import { ownEffect } from '../model/joint-effect.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import type { LossMoments } from '../moments/scenario-moments.ts'
import { meanOf } from '../quadrature/reduce-nodes.ts'
import { asPart, type Steps } from './in-steps.ts'
import { type Lattice, lattice } from './lattice.ts'
import { type LatticeCurve, latticeCurve } from './lattice-curve.ts'
import { spectrumInSteps } from './portfolio-spectrum.ts'
import type { Points } from './scenario-transform.ts'

const size = 512
/** Few points: what is looked for is a range, not a price. */
export const coarsely: Points = { rateStep: 0.7, ratePoints: 4, effectPoints: 2 }

/** A year on a coarse lattice. */
export type CoarseYear = { readonly curve: LatticeCurve; readonly transform: Float64Array; readonly lattice: Lattice }

/** A range, and the coarse year that it was read from where there is one. */
export type FoundRange = { readonly range: number; readonly year: CoarseYear | null }

/**
 * A range that a year's loss exceeds with a probability of at most 1e-4: a little more than the loss of one year in 10,000, read from a coarse
 * lattice that reaches further. Where hardly any year has a loss, a thousandth of those that have one. No smaller than `atLeast`.
 */
export function* rangeInSteps(portfolio: ResolvedPortfolio, moments: LossMoments, atLeast = 0): Steps<FoundRange> {
  const tail = Math.max(1e-7, Math.min(1e-4, 1e-3 * (1 - moments.pZero)))
  let range = likelyRange(portfolio, moments, tail)
  let year: CoarseYear | null = null
  if (!(range > 0)) return { range: Math.max(1, atLeast), year }
  for (let pass = 0; pass < 60; pass++) {
    const steps = coarseYear(portfolio, range, moments.pZero)
    year = yield* asPart(steps, 1 - 0.5 ** pass, 1 - 0.5 ** (pass + 1))
    const { curve } = year
    const beyond = 1 - curve.cdf(range - curve.step)
    const enough = curve.quantile(1 - tail)
    if (beyond > 2 * tail || enough === null) range *= beyond > 0.01 ? 4 : 2
    else {
      const far = curve.quantile(1 - tail / 500) ?? range
      const found = Math.min(range, far, 1.2 * enough)
      if (!(found > 0)) return { range: Math.max(range, atLeast), year }
      // Too few points lie below it to be sure of it.
      if (found > range / 20) return { range: Math.max(found, atLeast), year }
      range = 2 * found
    }
  }
  return { range: Math.max(range, atLeast), year }
}

/**
 * A first guess, a little too large rather than too small: what a year reaches by many losses, or, where losses have heavy tails, by a mean year and a single
 * one beside it.
 */
function likelyRange({ scenarios }: ResolvedPortfolio, { mean, variance }: LossMoments, tail: number): number {
  const laws = scenarios.map((scenario) => {
    const { keep, scale } = ownEffect(scenario)
    return { rate: scenario.count.mean * meanOf(keep), left: meanOf(scale), severity: scenario.event.severity }
  })
  const chance = (x: number) => {
    let sum = 0
    for (const { rate, left, severity } of laws) if (left > 0) sum += rate * severity.survival(x / left)
    return sum
  }
  let range = mean + 4.5 * Math.sqrt(variance)
  for (let step = 0; step < 60 && range > 0 && chance(range - mean) > tail; step++) range *= 1.3
  return 1.3 * range
}

/** The distribution on a coarse lattice of this range. */
export function* coarseYear(portfolio: ResolvedPortfolio, range: number, pZero: number): Steps<CoarseYear> {
  const coarse = lattice(size, range, totalRate(portfolio))
  const transform = (yield* spectrumInSteps(portfolio, coarse, coarsely)).current()
  return { curve: latticeCurve(transform, coarse, pZero), transform, lattice: coarse }
}

/**
 * The most events a year to expect before controls: what the quanta of a lattice are made for. Of an uncertain rate four times its mean, which no 95 % quantile of a
 * lognormal goes beyond: its largest point may be millions of times that, and a scenario whose rate is uncertain has no exponent in quanta.
 */
export function totalRate({ scenarios, shocks }: ResolvedPortfolio): number {
  let sum = 0
  for (const { count } of scenarios) {
    const rates = count.poissonRates?.values
    sum += rates === undefined || rates.length === 1 ? count.mean : Math.min(4 * count.mean, largest(rates))
  }
  return sum + shocks.reduce((total, { rate }) => total + rate, 0)
}

function largest(values: Float64Array): number {
  let most = 0
  for (const value of values) if (value > most) most = value
  return most
}
