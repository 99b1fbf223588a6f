import { exp } from '../elementary/exponential.ts'
import { log } from '../elementary/logarithm.ts'
import { finished, type Steps } from '../exact/in-steps.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../model/resolve-portfolio.ts'
import { bandCurves, chainedCurves, type PointCurve } from './band-curves.ts'
import type { EpistemicOptions } from './epistemic-points.ts'
import { quantileOf } from './quantile-of.ts'

/**
 * What we do not know, apart from chance: the loss exceedance curve at every point of what is uncertain but has one true value (rates, effects of controls),
 * and what 5 %, 50 % and 95 % of these curves lie below at each amount.
 */
export type LossBand = {
  readonly amounts: Float64Array
  readonly low: Float64Array
  readonly median: Float64Array
  readonly high: Float64Array
  /** The average over the points: chance and ignorance together, as a price has them. */
  readonly mean: Float64Array
  /** P(S > amount) at each point. */
  readonly curves: readonly Float64Array[]
  /** The mean of a year's loss at each point. */
  readonly means: Float64Array
}

export type BandOptions = EpistemicOptions & {
  /** Amounts above 0 that the band is wanted at, rising; a hundred up to the largest shown when left out. */
  readonly amounts?: readonly number[]
}

/**
 * The band on 64 points of a Latin hypercube, each with its inputs fixed and priced on the same lattices of 1,024 points (error of an exceedance probability below 1e-3 of it where
 * the curve is shown). Depends on the seed and the portfolio alone. Falls with the amount, as each curve does.
 */
export function lossBand(portfolio: Portfolio, options: BandOptions = {}): LossBand {
  return finished(lossBandInSteps(portfolio, options))
}

/** The same in steps, for a worker that tells how far it is and can be stopped. */
export function* lossBandInSteps(portfolio: Portfolio, options: BandOptions = {}): Steps<LossBand> {
  const resolved = resolvePortfolio(portfolio)
  const { range, curves } = yield* isPlain(resolved) ? bandCurves(resolved, options) : chainedCurves(resolved, options)
  const amounts = Float64Array.from(options.amounts ?? amountsBelow(range))
  return joined(amounts, curves)
}

function joined(amounts: Float64Array, points: readonly PointCurve[]): LossBand {
  const curves = points.map(({ cdf }) => amounts.map((amount) => Math.min(1, Math.max(0, 1 - cdf(amount)))))
  const at = (p: number) =>
    amounts.map((_, k) =>
      quantileOf(
        curves.map((curve) => curve[k] ?? 0),
        p,
      ),
    )
  return {
    amounts,
    low: at(0.05),
    median: at(0.5),
    high: at(0.95),
    mean: amounts.map((_, k) => curves.reduce((sum, curve) => sum + (curve[k] ?? 0), 0) / curves.length),
    curves,
    means: Float64Array.from(points, ({ mean }) => mean),
  }
}

/** Whether scenarios share no chance: then a year is a product over them. */
function isPlain({ source, shocks, scenarios }: ResolvedPortfolio): boolean {
  const { commonFactor, copula, aggregateInsurance } = source
  const isApart = commonFactor === undefined && copula === undefined && aggregateInsurance === undefined
  const isOnOff = scenarios.some(({ links }) => links.some(({ control }) => control.source.onOff === true))
  return isApart && shocks.length === 0 && !isOnOff
}

const count = 100

/** Three decades below an amount, evenly in their logarithm. */
function amountsBelow(range: number): readonly number[] {
  const step = log(1_000) / (count - 1)
  return Array.from({ length: count }, (_, k) => 0.9 * range * exp((k - count + 1) * step))
}
