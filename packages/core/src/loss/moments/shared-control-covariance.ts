import { jointEffect } from '../model/joint-effect.ts'
import type { ResolvedControl, ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { meanOf } from '../quadrature/reduce-nodes.ts'
import { eventMoments } from './event-moments.ts'

/**
 * The part of the variance that shared uncertain controls cause between scenarios: Σ_j 2Σ_{i<k} Cov(E[S_i | e_j], E[S_k | e_j]), one control at a time (the
 * first order of the decomposition of Sobol 1993).
 */
export function sharedControlCovariance(portfolio: ResolvedPortfolio, controls: readonly ResolvedControl[]): number {
  return controls.reduce((total, control) => {
    const { values, weights } = control.strength
    const linked = portfolio.scenarios.filter(({ links }) => links.some((link) => link.control === control))
    const means = linked.map((scenario) => meansGiven(scenario, control))
    const averages = means.map((one) => one.reduce((sum, mean, q) => sum + (weights[q] ?? 0) * mean, 0))
    let together = 0
    for (let q = 0; q < values.length; q++) {
      const apart = means.map((one, i) => (one[q] ?? 0) - (averages[i] ?? 0))
      const sum = apart.reduce((a, b) => a + b, 0)
      together += (weights[q] ?? 0) * (sum * sum - apart.reduce((a, b) => a + b * b, 0))
    }
    return total + together
  }, 0)
}

const known = new WeakMap<ResolvedScenario, Map<ResolvedControl, readonly number[]>>()

/** The scenario's mean at each strength of one control; kept, since most scenarios stay the same while one control is dragged. */
function meansGiven(scenario: ResolvedScenario, control: ResolvedControl): readonly number[] {
  const own = known.get(scenario) ?? new Map<ResolvedControl, readonly number[]>()
  known.set(scenario, own)
  const made = own.get(control) ?? Array.from(control.strength.values, (value) => meanGiven(scenario, control, value))
  own.set(control, made)
  return made
}

function meanGiven(scenario: ResolvedScenario, control: ResolvedControl, strength: number): number {
  const { keep, events } = jointEffect(scenario, (one) => (one === control ? strength : undefined))
  const event = events.reduce((sum, effect) => sum + effect.weight * eventMoments(scenario.event, effect).mean, 0)
  return scenario.count.mean * meanOf(keep) * event
}
