import { chooseLattices } from '../exact/choose-lattices.ts'
import { type ExactSettings, exactEngine, settled } from '../exact/price-exact.ts'
import { type LossCurve, tailValueAtRisk } from '../loss-curve.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { inState, withAssurances } from '../model/portfolio-state.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'

/** The one number of a year's loss that is shared out. */
export type RiskMeasure =
  | { readonly kind: 'mean' }
  | { readonly kind: 'var'; readonly p: number }
  | { readonly kind: 'tvar'; readonly p: number }

export function measured(curve: LossCurve, measure: RiskMeasure): number {
  if (measure.kind === 'mean') return curve.mean
  return measure.kind === 'var' ? curve.quantile(measure.p) : tailValueAtRisk(curve, measure.p)
}

/** Prices a portfolio with the assurances asked for, each time only what changed against the last. */
export type Pricer = (assuranceOf: (assurance: number, id: string) => number) => number

/**
 * A pricer of one measure on lattices that are fit for the portfolio without controls, so that differences between states are not differences
 * between lattices. The mean needs no lattice, unless yearly insurance takes a part of it.
 */
export function measurePricer(portfolio: Portfolio, measure: RiskMeasure, settings: ExactSettings = settled): Pricer {
  const changed = (assuranceOf: Parameters<Pricer>[0]) =>
    withAssurances(portfolio, ({ assurance }, id) => assuranceOf(assurance, id))
  const inherent = resolvePortfolio(inState(portfolio, 'inherent'))
  let last: ResolvedPortfolio = inherent
  const resolved = (assuranceOf: Parameters<Pricer>[0]) => {
    last = resolvePortfolio(changed(assuranceOf), last)
    return last
  }
  if (measure.kind === 'mean' && portfolio.aggregateInsurance === undefined)
    return (assuranceOf) => lossMoments(resolved(assuranceOf)).mean
  const engine = exactEngine(inherent, settings, latticesFor(portfolio, inherent, settings))
  return (assuranceOf) => measured(engine.change(resolved(assuranceOf)), measure)
}

// With controls everything is smaller: the ranges stitched for the proven state are added below those of the inherent one.
function latticesFor(portfolio: Portfolio, inherent: ResolvedPortfolio, settings: ExactSettings) {
  const wide = chooseLattices(inherent, settings)
  const proven = chooseLattices(resolvePortfolio(portfolio), settings)
  const narrow = proven.filter(({ range }) => range < (wide.at(-1)?.range ?? 0) / 4)
  const quantum = wide[0]?.quantum
  return [...wide, ...narrow.map((one) => ({ ...one, quantum: quantum ?? one.quantum }))].slice(0, settings.ranges)
}
