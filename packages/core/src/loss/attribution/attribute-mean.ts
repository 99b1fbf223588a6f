import { jointEffect } from '../model/joint-effect.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { controlIds } from '../model/portfolio-state.ts'
import { type ResolvedScenario, resolvePortfolio } from '../model/resolve-portfolio.ts'
import { eventMoments } from '../moments/event-moments.ts'
import { meanOf } from '../quadrature/reduce-nodes.ts'
import type { Attribution } from './attribute-controls.ts'
import { sampledShapleyValues } from './sampled-shapley.ts'
import { shapleyValues } from './shapley.ts'

// 2⁸ means a scenario at most; beyond, random orders.
const mostExact = 8
const orders = 20

/**
 * What each control takes off the mean of a year, three ways, as `attribute` gives it, in a time that grows with the number of scenarios only: the mean is the
 * sum of the scenarios' means, so that shares are worked out scenario by scenario among the few controls that act there. Before yearly
 * insurance. Exact to 1e-12 where no scenario has more than eight controls.
 */
export function attributeMean(portfolio: Portfolio): Attribution {
  const { scenarios, shocks } = resolvePortfolio(portfolio)
  const sums = new Map(controlIds(portfolio).map((id) => [id, { leaveOneOut: 0, firstIn: 0, shapley: 0 }]))
  const struck = new Float64Array(scenarios.length)
  for (const { rate, members } of shocks) for (const at of members) struck[at] = (struck[at] ?? 0) + rate
  let [inherent, current] = [0, 0]
  scenarios.forEach((scenario, at) => {
    const own = attributeScenario(scenario, struck[at] ?? 0)
    inherent += own.inherent
    current += own.current
    own.ids.forEach((id, k) => {
      const sum = sums.get(idOf(portfolio, at, id))
      if (sum === undefined) return
      sum.leaveOneOut += own.leaveOneOut[k] ?? 0
      sum.firstIn += own.firstIn[k] ?? 0
      sum.shapley += own.shapley[k] ?? 0
    })
  })
  return { inherent, current, controls: [...sums].map(([id, sum]) => ({ id, ...sum })) }
}

/** The name of a link's control among those of the portfolio. */
function idOf({ scenarios }: Portfolio, at: number, place: number): string {
  const scenario = scenarios[at]
  const link = scenario?.controls?.[place]
  if (typeof link === 'string') return link
  return link !== undefined && 'control' in link ? link.control : (link?.id ?? `${scenario?.id ?? at}#${place}`)
}

type ScenarioShares = {
  readonly inherent: number
  readonly current: number
  /** Places of its links that do anything. */
  readonly ids: readonly number[]
  readonly leaveOneOut: readonly number[]
  readonly firstIn: readonly number[]
  readonly shapley: Float64Array
}

function attributeScenario(scenario: ResolvedScenario, struck: number): ScenarioShares {
  const ids = scenario.links.flatMap(({ control }, at) => (control.source.assurance > 0 ? [at] : []))
  const place = new Map(ids.map((link, at) => [scenario.links[link]?.control, at]))
  const mean = (isIn: (at: number) => boolean) => {
    const effect = jointEffect(scenario, (control) => (isIn(place.get(control) ?? -1) ? undefined : 0))
    let event = 0
    for (const one of eventMoments(scenario.event, effect)) event += one.weight * one.mean
    return (scenario.count.mean * meanOf(effect.keep) + struck) * event
  }
  const inherent = mean(() => false)
  const current = ids.length === 0 ? inherent : mean(() => true)
  const worth = (isIn: (at: number) => boolean) => inherent - mean(isIn)
  const shapley =
    ids.length <= mostExact
      ? shapleyValues(ids.length, (coalition) => worth((at) => at >= 0 && (coalition & (1 << at)) !== 0))
      : sampledShapleyValues(ids.length, (isIn) => worth((at) => isIn[at] === true), orders, 1)
  return {
    inherent,
    current,
    ids,
    leaveOneOut: ids.map((_, k) => mean((at) => at !== k) - current),
    firstIn: ids.map((_, k) => worth((at) => at === k)),
    shapley,
  }
}
