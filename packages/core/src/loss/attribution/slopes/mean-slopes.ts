import { certainPoint } from '../../model/outer-points.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../../model/resolve-portfolio.ts'
import { eventMoments } from '../../moments/event-moments.ts'
import { certainly, meanOf } from '../../quadrature/reduce-nodes.ts'
import type { EffectSlopes } from './effect-slopes.ts'
import { type InputSlopes, noSlopes } from './functional-slopes.ts'
import { type EventNode, eventNodes, type ScenarioSlopes, scenarioSlopes } from './scenario-slopes.ts'

/**
 * Slopes of the mean of a year's loss before yearly insurance, in closed form: E S = Σ E N·E[kept]·E X. Nothing shared enters, because what a control does to
 * how often and what another does to how much are independent.
 */
export function meanSlopes(portfolio: ResolvedPortfolio): InputSlopes {
  const slopes = noSlopes(portfolio)
  portfolio.scenarios.forEach((scenario, at) => {
    const parts = scenarioSlopes(scenario, certainPoint, 0, 1, true)
    const events = eventNodes(parts)
    const event = events.reduce((sum, node) => sum + node.weight * eventMean(scenario, node), 0)
    const kept = meanOf(parts.keep.nodes)
    slopes.rates[at] = kept * event
    const links = slopes.links[at]
    if (links === undefined) return
    for (const link of parts.keep.links) links[link.at] = scenario.count.mean * event * expectedChange(parts.keep, link)
    const count = scenario.count.mean * kept + shockRate(portfolio, at)
    for (const [place, effect] of [parts.scale, parts.missed, parts.unanswered].entries())
      for (const link of effect.links) links[link.at] = count * eventChange(scenario, parts, events, place, link)
  })
  return slopes
}

/** Each scenario's part of the mean year, before yearly insurance. */
export function scenarioMeans(portfolio: ResolvedPortfolio): Float64Array {
  return Float64Array.from(portfolio.scenarios, (scenario, at) => {
    const parts = scenarioSlopes(scenario, certainPoint, 0, 1, true)
    const event = eventNodes(parts).reduce((sum, node) => sum + node.weight * eventMean(scenario, node), 0)
    return (scenario.count.mean * meanOf(parts.keep.nodes) + shockRate(portfolio, at)) * event
  })
}

function shockRate({ shocks }: ResolvedPortfolio, at: number): number {
  return shocks.reduce((sum, { rate, members }) => sum + (members.includes(at) ? rate : 0), 0)
}

type Link = EffectSlopes['links'][number]

/** The derivative of E[v]. */
function expectedChange({ nodes }: EffectSlopes, { slopes, shifts }: Link): number {
  let sum = 0
  for (const [q, value] of nodes.values.entries()) sum += (slopes[q] ?? 0) + (shifts[q] ?? 0) * value
  return sum
}

/** The derivative of an event's mean loss by one control's assurance. */
function eventChange(
  scenario: ResolvedScenario,
  { scale, missed, unanswered }: ScenarioSlopes,
  events: readonly EventNode[],
  place: number,
  { slopes, shifts }: Link,
): number {
  const effects = [scale, missed, unanswered]
  return events.reduce((sum, node) => {
    const own = node.at[place as 0 | 1 | 2]
    const others = effects.reduce(
      (product, { nodes }, k) => (k === place ? product : product * (nodes.weights[node.at[k as 0 | 1 | 2]] ?? 0)),
      1,
    )
    const moved = (slopes[own] ?? 0) * meanSlope(scenario, node, place)
    return sum + others * (moved + (shifts[own] ?? 0) * eventMean(scenario, node))
  }, 0)
}

const nudge = 2 ** -12

function meanSlope(scenario: ResolvedScenario, node: EventNode, place: number): number {
  const { event } = scenario
  if (place > 0) {
    const apart =
      eventMean(scenario, { ...node, detected: 1, answered: 1 }) - eventMean(scenario, { ...node, detected: 0 })
    return -apart * (place === 1 ? node.byMissed : node.detected)
  }
  // In proportion, unless an insurer pays a part of it.
  if (event.insurance === null) return eventMean(scenario, { ...node, scale: 1 })
  const step = nudge * Math.max(node.scale, nudge)
  const [above, below] = [node.scale + step, Math.max(0, node.scale - step)]
  return (
    (eventMean(scenario, { ...node, scale: above }) - eventMean(scenario, { ...node, scale: below })) / (above - below)
  )
}

function eventMean({ event }: ResolvedScenario, { scale, detected, answered }: EventNode): number {
  const [only] = eventMoments(event, { scale: certainly(scale), contained: certainly(detected * answered) })
  return only?.mean ?? 0
}
