import { finished } from '../exact/in-steps.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { chainedCurves, meansOf } from './band-curves.ts'
import { type EpistemicOptions, scenarioPoints } from './epistemic-points.ts'

/**
 * The mean of a year's loss at every point of what is not known: closed form, but priced point by point where it takes the whole distribution or the
 * chance that a control works (yearly insurance, shocks, controls that work wholly or not at all).
 */
export function yearMeans(portfolio: Portfolio, options: EpistemicOptions = {}): Float64Array {
  const resolved = resolvePortfolio(portfolio)
  const isOnOff = resolved.scenarios.some(({ links }) => links.some(({ control }) => control.source.onOff === true))
  if (portfolio.aggregateInsurance !== undefined || resolved.shocks.length > 0 || isOnOff)
    return Float64Array.from(finished(chainedCurves(resolved, options)).curves, ({ mean }) => mean)
  return meansOf(scenarioPoints(resolved, options), options.points ?? 64)
}
