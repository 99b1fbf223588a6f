import type { ExactSettings } from '../exact/price-exact.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { controlIds } from '../model/portfolio-state.ts'
import { measurePricer, type RiskMeasure } from './risk-measure.ts'

export type NextStep = {
  readonly id: string
  /** What raising this control alone to an assurance of 1 would take off the measure. */
  readonly worth: number
}

/** What to do next: every control by what full proof of it, all else as it is, would take off a measure; the largest first. Costs one price a control. */
export function marginalNext(
  portfolio: Portfolio,
  measure: RiskMeasure,
  settings?: ExactSettings,
): readonly NextStep[] {
  const price = measurePricer(portfolio, measure, settings)
  const now = price((assurance) => assurance)
  return controlIds(portfolio)
    .map((id) => ({ id, worth: now - price((assurance, one) => (one === id ? 1 : assurance)) }))
    .sort((a, b) => b.worth - a.worth)
}
