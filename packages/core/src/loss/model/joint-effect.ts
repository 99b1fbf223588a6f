import type { Nodes } from '../frequency/count-law.ts'
import { certainly, productNodes, reduceNodes } from '../quadrature/reduce-nodes.ts'
import type { ControlEffect } from './portfolio.ts'
import type { ResolvedControl } from './resolve-control.ts'
import type { ResolvedScenario } from './resolve-portfolio.ts'

/** What the controls of a scenario do in a year, as laws that are independent of each other. */
export type JointEffect = {
  /** Share of the events that still happen. */
  readonly keep: Nodes
  /** Share of every loss that remains. */
  readonly scale: Nodes
  /** Chance that an event is detected and answered in time. */
  readonly contained: Nodes
}

/** What the controls do to each loss of a year, with the probability of such a year. */
export type EventEffect = { readonly weight: number; readonly scale: number; readonly contained: number }

/** The strength of a control that is fixed for now; undefined lets it be uncertain. */
export type Fixed = (control: ResolvedControl) => number | undefined

const mostPoints = 24
const reducedPoints = 12
const one = certainly(1)
const zero = certainly(0)
const none: JointEffect = { keep: one, scale: one, contained: zero }

/**
 * Controls that work independently leave Π(1 − coverage·strength); those of one group count as the best of them plus `independence` of what
 * the others would add; no reduction goes beyond `maxReduction`, else ten mediocre controls would look perfect. Detected and answered in
 * time: D·R with each joined in the same way; what is noticed anyway counts as a control that detects.
 */
export function jointEffect(scenario: ResolvedScenario, fixed: Fixed): JointEffect {
  const { links, maxReduction } = scenario
  if (links.length === 0) return none
  const has = (effect: ControlEffect) => links.some(({ control }) => control.effect === effect)
  const left = (effect: ControlEffect, most: number) => (has(effect) ? remaining(scenario, effect, fixed, most) : one)
  const { noticed } = scenario.event
  const isContained = has('respond') && (has('detect') || noticed > 0)
  const missed = () => timesConstant(left('detect', 1), 1 - noticed)
  return {
    keep: left('frequency', maxReduction),
    scale: left('severity', maxReduction),
    contained: isContained ? limited(productNodes(complement(missed()), complement(left('respond', 1)))) : zero,
  }
}

const known = new WeakMap<ResolvedScenario, JointEffect>()

/** The effect where nothing is fixed; kept while the scenario lives, since moments and every lattice ask for it. */
export function ownEffect(scenario: ResolvedScenario): JointEffect {
  const made = known.get(scenario) ?? jointEffect(scenario, () => undefined)
  known.set(scenario, made)
  return made
}

/** Every combination of what remains of a loss and the chance that it is contained, each on at most `points` points. */
export function eventEffects({ scale, contained }: JointEffect, points: number): readonly EventEffect[] {
  const scales = reduceNodes(scale, points)
  const chances = reduceNodes(contained, points)
  return Array.from(scales.values, (value, i) =>
    Array.from(chances.values, (chance, k) => {
      return { weight: (scales.weights[i] ?? 0) * (chances.weights[k] ?? 0), scale: value, contained: chance }
    }),
  ).flat()
}

function timesConstant({ values, weights }: Nodes, factor: number): Nodes {
  if (factor === 1) return { values, weights }
  return factor === 0 ? zero : { values: values.map((x) => x * factor), weights }
}

function complement({ values, weights }: Nodes): Nodes {
  return { values: values.map((x) => 1 - x), weights }
}

/** The law of what the other controls of its effect leave, without any limit on reductions. */
export function leftBeside(scenario: ResolvedScenario, control: ResolvedControl): Nodes {
  return remaining(scenario, control.effect, (one) => (one === control ? 0 : undefined), 1)
}

/** The law of what the controls of one effect leave. */
function remaining(scenario: ResolvedScenario, effect: ControlEffect, fixed: Fixed, maxReduction: number): Nodes {
  let left = one
  const groups = new Map<string, Nodes[]>()
  for (const { control, coverage } of scenario.links) {
    if (control.effect !== effect) continue
    const strength = fixed(control)
    const nodes = strength === undefined ? control.strength : certainly(strength)
    const covered = coverage === 1 ? nodes : { values: nodes.values.map((x) => x * coverage), weights: nodes.weights }
    if (control.group === null) left = limited(productNodes(left, complement(covered)))
    else groups.set(control.group, [...(groups.get(control.group) ?? []), covered])
  }
  for (const [group, members] of groups)
    left = limited(productNodes(left, leftByGroup(members, scenario.independence.get(group) ?? 0)))
  if (maxReduction === 1) return left
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
