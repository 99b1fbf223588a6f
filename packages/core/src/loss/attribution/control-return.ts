import type { Portfolio } from '../model/portfolio.ts'
import { withAssurances } from '../model/portfolio-state.ts'
import type { EpistemicOptions } from '../uncertainty/epistemic-points.ts'
import { quantileOf } from '../uncertainty/quantile-of.ts'
import { yearMeans } from '../uncertainty/year-means.ts'

/** What a control costs: once, to have it for so many years, and every year. */
export type ControlCost = { readonly once: number; readonly lifetimeYears: number; readonly yearly: number }

/** Capital expenditure over the lifetime, and operating expenditure; a lifetime below a year counts as one. */
export function annualCost({ once, lifetimeYears, yearly }: ControlCost): number {
  return once / Math.max(1, lifetimeYears) + yearly
}

export type Spread = { readonly mean: number; readonly low: number; readonly median: number; readonly high: number }

export type ControlReturn = {
  readonly annualCost: number
  /** What a year is expected to cost less, over what is not known (5 %, 50 %, 95 %). */
  readonly gain: Spread
  /** (gain − cost)/cost; null for a control that costs nothing. */
  readonly rosi: Spread | null
  /** The share of what is thought possible for which it gains more than it costs. */
  readonly chanceItPays: number
}

/**
 * The return on a control, with what we do not know: the same points of rates and effects price the portfolio without and with it, so their differences are the control's alone. For one that is
 * there compare with `withoutControl` (may we stop it?), for a planned one the portfolio as it is with the portfolio that has it (what would it bring next?).
 */
export function controlReturn(
  without: Portfolio,
  withIt: Portfolio,
  cost: ControlCost,
  options: EpistemicOptions = {},
): ControlReturn {
  const [before, after] = [yearMeans(without, options), yearMeans(withIt, options)]
  const gains = before.map((mean, p) => mean - (after[p] ?? 0))
  const yearly = annualCost(cost)
  return {
    annualCost: yearly,
    gain: spreadOf(gains),
    rosi: yearly > 0 ? spreadOf(gains.map((gain) => (gain - yearly) / yearly)) : null,
    chanceItPays: gains.filter((gain) => gain > yearly).length / gains.length,
  }
}

/** The portfolio without the controls that `isIt` names. */
export function withoutControl(portfolio: Portfolio, isIt: (id: string) => boolean): Portfolio {
  return withAssurances(portfolio, ({ assurance }, id) => (isIt(id) ? 0 : assurance))
}

function spreadOf(values: Float64Array): Spread {
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    low: quantileOf(values, 0.05),
    median: quantileOf(values, 0.5),
    high: quantileOf(values, 0.95),
  }
}
