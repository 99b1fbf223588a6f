import type { Nodes } from '../frequency/count-law.ts'
import { certainly, productNodes, reduceNodes } from '../quadrature/reduce-nodes.ts'
import type { ControlEffect } from './portfolio.ts'
import type { ResolvedControl, ResolvedScenario } from './resolve-portfolio.ts'

/** What the controls of a scenario do in a year: the law of what they leave. The three are independent of each other. */
export type JointEffect = {
  /** Share of the events that still happen. */
  readonly keep: Nodes
  /** Share of every loss that remains, and the chance that an event is contained. */
  readonly events: readonly { readonly weight: number; readonly scale: number; readonly contained: number }[]
}

/** The strength of a control that is fixed for now; undefined lets it be uncertain. */
export type Fixed = (control: ResolvedControl) => number | undefined

const mostPoints = 64
const reducedPoints = 20

/**
 * Controls that work independently leave Π(1 − coverage·strength); those of one group count as the best of them plus `independence` of what
 * the others would add; no reduction goes beyond `maxReduction`, else ten mediocre controls would look perfect. Detected and answered in
 * time: D·R with each joined in the same way.
 */
export function jointEffect(scenario: ResolvedScenario, fixed: Fixed): JointEffect {
  const { links, maxReduction } = scenario
  if (links.length === 0) return none
  const keep = remaining(scenario, 'frequency', fixed, maxReduction)
  const scale = remaining(scenario, 'severity', fixed, maxReduction)
  const missed = remaining(scenario, 'detect', fixed, 1)
  const unanswered = remaining(scenario, 'respond', fixed, 1)
  const contained = productNodes(complement(missed), complement(unanswered))
  const limited = contained.values.length > mostPoints ? reduceNodes(contained, reducedPoints) : contained
  return {
    keep,
    events: Array.from(scale.values, (value, i) =>
      Array.from(limited.values, (chance, k) => {
        return { weight: (scale.weights[i] ?? 0) * (limited.weights[k] ?? 0), scale: value, contained: chance }
      }),
    ).flat(),
  }
}

const none: JointEffect = { keep: certainly(1), events: [{ weight: 1, scale: 1, contained: 0 }] }

function complement({ values, weights }: Nodes): Nodes {
  return { values: values.map((x) => 1 - x), weights }
}

/** The law of what the controls of one effect leave. */
function remaining(scenario: ResolvedScenario, effect: ControlEffect, fixed: Fixed, maxReduction: number): Nodes {
  const links = scenario.links.filter(({ control }) => control.effect === effect)
  if (links.length === 0) return certainly(1)
  const reductions = links.map(({ control, coverage }) => {
    const strength = fixed(control)
    const nodes = strength === undefined ? control.strength : certainly(strength)
    return { group: control.group, nodes: { values: nodes.values.map((x) => x * coverage), weights: nodes.weights } }
  })
  let left = certainly(1)
  const groups = new Map<string, Nodes[]>()
  for (const { group, nodes } of reductions) {
    if (group === null) left = limited(productNodes(left, complement(nodes)))
    else groups.set(group, [...(groups.get(group) ?? []), nodes])
  }
  for (const [group, members] of groups)
    left = limited(productNodes(left, leftByGroup(members, scenario.independence.get(group) ?? 0)))
  return { values: left.values.map((x) => Math.max(x, 1 - maxReduction)), weights: left.weights }
}

function limited(nodes: Nodes): Nodes {
  return nodes.values.length > mostPoints ? reduceNodes(nodes, reducedPoints) : nodes
}

/** What a group of controls that fail together leaves: 1 − (best + independence·(joint − best)). */
function leftByGroup(members: readonly Nodes[], independence: number): Nodes {
  let points = [{ weight: 1, best: 0, left: 1 }]
  for (const nodes of members) {
    const few = points.length * nodes.values.length > 20_000 ? reduceNodes(nodes, 3) : nodes
    points = points.flatMap(({ weight, best, left }) =>
      Array.from(few.values, (r, i) => {
        return { weight: weight * (few.weights[i] ?? 0), best: Math.max(best, r), left: left * (1 - r) }
      }),
    )
  }
  return limited({
    values: Float64Array.from(points, ({ best, left }) => 1 - (best + independence * (1 - left - best))),
    weights: Float64Array.from(points, ({ weight }) => weight),
  })
}
