import type { Scenario } from '../loss/model/portfolio.ts'
import { resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { lossMoments } from '../loss/moments/loss-moments.ts'

/** Mean of a year of one scenario, each asked for once. */
export function meanPricer(): (scenario: Scenario) => number {
  const known = new WeakMap<Scenario, number>()
  return (scenario) => {
    const before = known.get(scenario)
    if (before !== undefined) return before
    const { mean } = lossMoments(resolvePortfolio({ scenarios: [scenario] }))
    known.set(scenario, mean)
    return mean
  }
}
