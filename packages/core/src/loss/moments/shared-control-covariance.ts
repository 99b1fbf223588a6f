import { type JointEffect, jointEffect, leftBeside, ownEffect } from '../model/joint-effect.ts'
import type { ResolvedControl } from '../model/resolve-control.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { meanOf } from '../quadrature/reduce-nodes.ts'
import { eventMoments } from './event-moments.ts'

/**
 * The part of the variance that shared uncertain controls cause between scenarios: Σ_j 2Σ_{i<k} Cov(E[S_i | e_j], E[S_k | e_j]), one control at a time (the
 * first order of the decomposition of Sobol 1993).
 */
export function sharedControlCovariance(portfolio: ResolvedPortfolio, controls: readonly ResolvedControl[]): number {
  const linked = new Map<ResolvedControl, ResolvedScenario[]>(controls.map((control) => [control, []]))
  for (const scenario of portfolio.scenarios)
    for (const { control } of scenario.links) if (control.isShared) linked.get(control)?.push(scenario)
  let total = 0
  for (const [control, scenarios] of linked) total += covarianceBy(control, scenarios)
  return total
}

function covarianceBy(control: ResolvedControl, scenarios: readonly ResolvedScenario[]): number {
  const { weights } = control.strength
  const sums = new Float64Array(weights.length)
  let own = 0
  for (const scenario of scenarios) {
    const apart = meansGiven(scenario, control)
    for (let q = 0; q < weights.length; q++) {
      const value = apart[q] ?? 0
      sums[q] = (sums[q] ?? 0) + value
      own += (weights[q] ?? 0) * value * value
    }
  }
  return sums.reduce((total, sum, q) => total + (weights[q] ?? 0) * sum * sum, 0) - own
}

const known = new WeakMap<ResolvedScenario, Map<ResolvedControl, Float64Array>>()

/** How far the scenario's mean is from its average at each strength of one control; kept, since most scenarios stay the same while one control is dragged. */
function meansGiven(scenario: ResolvedScenario, control: ResolvedControl): Float64Array {
  const own = known.get(scenario) ?? new Map<ResolvedControl, Float64Array>()
  known.set(scenario, own)
  const kept = own.get(control)
  if (kept !== undefined) return kept
  const { values, weights } = control.strength
  const means = values.map(meanBy(scenario, control))
  const average = means.reduce((sum, mean, q) => sum + (weights[q] ?? 0) * mean, 0)
  const apart = means.map((mean) => mean - average)
  own.set(control, apart)
  return apart
}

/** The scenario's mean by the strength of one control. */
function meanBy(scenario: ResolvedScenario, control: ResolvedControl): (strength: number) => number {
  const meanOfEvent = (effect: JointEffect) =>
    eventMoments(scenario.event, effect).reduce((sum, { weight, mean }) => sum + weight * mean, 0)
  if (control.effect !== 'frequency' || control.group !== null)
    return (strength) => {
      const effect = jointEffect(scenario, (one) => (one === control ? strength : undefined))
      return scenario.count.mean * meanOf(effect.keep) * meanOfEvent(effect)
    }
  // Only the events are fewer: what the other controls leave of them is asked for once.
  const coverage = scenario.links.find((link) => link.control === control)?.coverage ?? 1
  const others = leftBeside(scenario, control)
  const front = scenario.count.mean * meanOfEvent(ownEffect(scenario))
  return (strength) => {
    let kept = 0
    for (let i = 0; i < others.values.length; i++) {
      const left = (1 - coverage * strength) * (others.values[i] ?? 1)
      kept += (others.weights[i] ?? 0) * Math.max(left, 1 - scenario.maxReduction)
    }
    return front * kept
  }
}
