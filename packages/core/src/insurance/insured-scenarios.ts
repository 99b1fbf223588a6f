import type { Insurance, Portfolio, Scenario } from '../loss/model/portfolio.ts'
import { type Cover, coverOf, insured } from './insured.ts'

// A policy has few terms, an organisation few policies.
const mostTerms = 1_000

/**
 * `insured` for one portfolio after another: a scenario that did not change is covered as the same object, with the same terms, so that the engine
 * sees that nothing changed.
 */
export function insuredAgain(): (portfolio: Portfolio, covers: readonly Cover[]) => Portfolio {
  const known = new WeakMap<Scenario, Scenario>()
  const terms = new Map<string, Insurance>()
  return (portfolio, covers) => {
    const perEvent = covers.filter(({ per }) => per === 'event')
    const year = covers.filter(({ per }) => per === 'year')
    if (perEvent.length === 0) return insured(portfolio, year)
    const scenarios = portfolio.scenarios.map((scenario) => {
      const cover = coverOf(perEvent, scenario.id ?? '')
      return cover === undefined ? scenario : covered(scenario, cover)
    })
    return insured({ ...portfolio, scenarios }, year)
  }

  function covered(scenario: Scenario, { deductibleMinor, limitMinor }: Cover): Scenario {
    const key = `${deductibleMinor} ${limitMinor}`
    const same = terms.get(key) ?? { deductible: deductibleMinor, limit: limitMinor }
    if (terms.size > mostTerms) terms.clear()
    terms.set(key, same)
    const before = known.get(scenario)
    if (before?.eventInsurance === same) return before
    const made = { ...scenario, eventInsurance: same }
    known.set(scenario, made)
    return made
  }
}
