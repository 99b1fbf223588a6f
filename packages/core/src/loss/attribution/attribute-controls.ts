import type { ExactSettings } from '../exact/price-exact.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { controlIds, ownControlId } from '../model/portfolio-state.ts'
import { diagonalShares } from './diagonal-shares.ts'
import { measurePricer, type RiskMeasure } from './risk-measure.ts'
import { sampledShapleyValues } from './sampled-shapley.ts'
import { shapleyValues } from './shapley.ts'

export type ControlWorth = {
  readonly id: string
  /** How much more a year would cost without it, all else as it is: may we stop it? */
  readonly leaveOneOut: number
  /** How much it would take off alone: what is it by itself? */
  readonly firstIn: number
  /** Its fair share of all that controls take off: who earned it? Adds up. */
  readonly shapley: number
}

export type Attribution = {
  /** The measure without any control, and with all as they are. */
  readonly inherent: number
  readonly current: number
  readonly controls: readonly ControlWorth[]
}

// 2¹² prices at most; beyond, gradients, or random orders.
const mostExact = 12
const orders = 20

/**
 * What each control takes off a measure of the year's loss, three ways. Shapley's shares are exact up to the pricing error for 12 controls with an assurance
 * above 0; beyond, those of Aumann and Shapley, and by 20 pairs of random orders where the measure has jumps.
 */
export function attribute(
  portfolio: Portfolio,
  measure: RiskMeasure,
  { settings, seed = 1 }: { readonly settings?: ExactSettings; readonly seed?: number } = {},
): Attribution {
  const price = measurePricer(portfolio, measure, settings)
  const inherent = price(() => 0)
  const current = price((assurance) => assurance)
  const all = controlIds(portfolio)
  const working = all.filter((id) => workingIds(portfolio).has(id))
  const place = new Map(working.map((id, at) => [id, at]))
  const worth = (isIn: (at: number) => boolean) =>
    inherent - price((assurance, id) => (isIn(place.get(id) ?? -1) ? assurance : 0))
  const shapley =
    working.length <= mostExact
      ? shapleyValues(working.length, (coalition) => worth((at) => at >= 0 && (coalition & (1 << at)) !== 0))
      : (diagonalShares(portfolio, measure, working, inherent - current) ??
        sampledShapleyValues(working.length, (isIn) => worth((at) => isIn[at] === true), orders, seed))
  return {
    inherent,
    current,
    controls: all.map((id) => {
      const at = place.get(id)
      if (at === undefined) return { id, leaveOneOut: 0, firstIn: 0, shapley: 0 }
      return {
        id,
        leaveOneOut: price((assurance, one) => (one === id ? 0 : assurance)) - current,
        firstIn: worth((one) => one === at),
        shapley: shapley[at] ?? 0,
      }
    }),
  }
}

/** Ids of the controls that do anything now. */
function workingIds({ controls, scenarios }: Portfolio): ReadonlySet<string> {
  const own = scenarios.flatMap((scenario, at) =>
    (scenario.controls ?? []).flatMap((link, k) =>
      typeof link === 'string' || 'control' in link || link.assurance === 0
        ? []
        : [ownControlId(scenario, at, link, k)],
    ),
  )
  const shared = (controls ?? []).filter(({ assurance }) => assurance > 0).map(({ id }) => id ?? '')
  return new Set([...shared, ...own])
}
