import { dragged, type ExactSettings } from '../exact/price-exact.ts'
import type { Control, Portfolio, Scenario } from '../model/portfolio.ts'
import { ownControlId } from '../model/portfolio-state.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import type { RiskMeasure } from './risk-measure.ts'
import { measureSlopes } from './slopes/measure-slopes.ts'

/** Under which name the slope of a control in a scenario is added up: by default its id, so that everything with one id moves together. */
export type KeyOf = (scenario: Scenario, control: Control, id: string) => string

export type GradientOptions = { readonly settings?: ExactSettings; readonly keyOf?: KeyOf }

export type Gradients = {
  /** Money for each unit of assurance: below 0, since proof takes away. */
  readonly byControl: ReadonlyMap<string, number>
  /** Money for each event a year more, before controls; an uncertain rate or a chance in proportion. */
  readonly byScenario: ReadonlyMap<string, number>
}

/** Points that are right to about 1e-3 of a slope and quick. */
export const quick: ExactSettings = { ...dragged, ranges: 3 }

/**
 * How a measure of the year's loss moves with every control's assurance and every scenario's rate, in one pass: what the next bit of proof is worth. A control
 * whose scenarios have reached the limit of a joint reduction moves nothing there.
 */
export function gradients(
  portfolio: Portfolio,
  measure: RiskMeasure,
  { settings = quick, keyOf = (_scenario, _control, id) => id }: GradientOptions = {},
): Gradients {
  const resolved = resolvePortfolio(portfolio)
  const slopes = measureSlopes(resolved, measure, settings)
  const byControl = new Map<string, number>()
  const byScenario = new Map<string, number>()
  resolved.scenarios.forEach(({ id, source, links }, at) => {
    byScenario.set(id, slopes.rates[at] ?? 0)
    links.forEach(({ control }, k) => {
      const key = keyOf(
        source,
        control.source,
        control.isShared ? control.id : ownControlId(source, at, control.source, k),
      )
      byControl.set(key, (byControl.get(key) ?? 0) + (slopes.links[at]?.[k] ?? 0))
    })
  })
  return { byControl, byScenario }
}
