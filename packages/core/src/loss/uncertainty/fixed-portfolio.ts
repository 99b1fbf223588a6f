import type { Control, Portfolio, Scenario } from '../model/portfolio.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { drawsOf, type EpistemicOptions, effectDraws } from './epistemic-points.ts'

/** The portfolio as it is if the inputs have their values at a point: rates and effects certain, all chance as it was. */
export function fixedPortfolios(portfolio: ResolvedPortfolio, options: EpistemicOptions): (point: number) => Portfolio {
  const draws = drawsOf(options)
  const effects = effectDraws(portfolio, options, draws)
  const rates = portfolio.scenarios.map(({ id, source: { frequency } }) =>
    frequency.type === 'mixedPoisson' ? draws(`rate ${id}`, frequency.rate) : null,
  )
  const values = portfolio.scenarios.map(({ links }, at) => links.map((_, k) => effects(at, k)))
  return (point) => {
    const shared = new Map<string, Control>()
    const known = (control: Control, own: Float64Array | undefined): Control => {
      return { ...control, effectiveness: { type: 'constant', value: own?.[point] ?? 0 } }
    }
    const scenarios = portfolio.scenarios.map(({ source, links }, at): Scenario => {
      const rate = rates[at]?.[point]
      const controls = source.controls?.map((link, k) => {
        const own = values[at]?.[k]
        if (typeof link === 'object' && 'effect' in link) return known(link, own)
        const control = links[k]?.control
        if (control !== undefined) shared.set(control.id, known(control.source, own))
        return link
      })
      return {
        ...source,
        ...(rate === undefined ? {} : { frequency: { type: 'poisson', rate } }),
        ...(controls === undefined ? {} : { controls }),
      }
    })
    const all = portfolio.source.controls?.map((control) => shared.get(control.id ?? '') ?? control)
    return { ...portfolio.source, scenarios, ...(all === undefined ? {} : { controls: all }) }
  }
}
