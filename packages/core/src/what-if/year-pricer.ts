import { powerOfTwoAbove } from '../loss/elementary/power-of-two.ts'
import { totalRate } from '../loss/exact/choose-range.ts'
import { lattice } from '../loss/exact/lattice.ts'
import { dragged, type ExactEngine, type ExactSettings, exactEngine } from '../loss/exact/price-exact.ts'
import type { LossCurve } from '../loss/loss-curve.ts'
import type { Portfolio } from '../loss/model/portfolio.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { lossMoments } from '../loss/moments/loss-moments.ts'

// Of the years, so many may cost more than the lattice reaches: one year in a hundred lies well inside.
const beyond = 0.002

/**
 * Prices one portfolio after another, each time only what changed against the last. Which lattice is used follows from the portfolio alone, so
 * that the result is the same whatever was priced before.
 */
export function yearPricer(): (portfolio: Portfolio) => LossCurve {
  let last: ResolvedPortfolio | undefined
  let engine: { readonly key: string; readonly engine: ExactEngine } | undefined
  return (portfolio) => {
    const resolved = resolvePortfolio(portfolio, last)
    last = resolved
    const settings = settingsFor(resolved.scenarios.length)
    const { mean, variance } = lossMoments(resolved)
    const rate = powerOfTwoAbove(totalRate(resolved) + 1)
    let range = powerOfTwoAbove(Math.max(1, mean + 6 * Math.sqrt(variance)))
    for (let wider = 0; ; wider++) {
      const key = `${range} ${rate} ${resolved.scenarios.length}`
      const lattices = Array.from({ length: settings.ranges }, (_, k) => lattice(settings.size, range / 16 ** k, rate))
      const known = engine?.key === key ? engine.engine : undefined
      const now = known ?? exactEngine(resolved, settings, lattices)
      engine = { key, engine: now }
      const curve = known === undefined ? now.curve() : now.change(resolved)
      if (wider === 30 || 1 - curve.cdf(range * 0.9) < beyond) return curve
      range *= 2
    }
  }
}

// The sum of many risks is smoother and narrower, and needs fewer points.
function settingsFor(scenarios: number): ExactSettings {
  return scenarios <= 250 ? { ...dragged, ranges: 2 } : { ...dragged, size: 2_048 }
}
