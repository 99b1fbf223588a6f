import { countGivenCommon } from '../frequency/count-given-factor.ts'
import type { CountLaw, Nodes } from '../frequency/count-law.ts'
import { jointEffect, ownEffect } from '../model/joint-effect.ts'
import type { OuterPoint } from '../model/outer-points.ts'
import type { ResolvedScenario } from '../model/resolve-portfolio.ts'
import { meanOf } from '../quadrature/reduce-nodes.ts'
import { eventMoments, type WeightedMoments } from './event-moments.ts'

/** Of the loss of one year: mean, variance and the probability that it is nothing. */
export type LossMoments = { readonly mean: number; readonly variance: number; readonly pZero: number }

const known = new WeakMap<ResolvedScenario, LossMoments>()

/** Where nothing is shared a scenario's moments are its own: kept, since a change touches few scenarios. */
export function certainMoments(scenario: ResolvedScenario, point: OuterPoint): LossMoments {
  const made = known.get(scenario) ?? scenarioMoments(scenario, point, 0)
  known.set(scenario, made)
  return made
}

/** A scenario's year given what it shares with others. Frequency and loss are changed independently of each other, so that their moments multiply. */
export function scenarioMoments(scenario: ResolvedScenario, point: OuterPoint, rho: number): LossMoments {
  const effect = point.isCertain
    ? ownEffect(scenario)
    : jointEffect(scenario, (control) => point.strengths.get(control))
  const whole = point.factor === 1 ? scenario.count : (scenario.count.multiplied(point.factor) ?? scenario.count)
  const base = point.common === null ? whole : countGivenCommon(whole, rho, point.common)
  const events = eventMoments(scenario.event, effect)
  const kept = spread(effect.keep)
  const eventMean = weighted(events, ({ mean }) => mean)
  const within = weighted(events, ({ mean, meanSquare }) => meanSquare - mean * mean)
  const between = weighted(events, ({ mean }) => (mean - eventMean) * (mean - eventMean))
  const squareOfMean = eventMean * eventMean + between
  const countMean = base.mean * kept.mean
  // Of a count each of whose events is kept with probability k: k²·Var N + k(1−k)·E N.
  const countVariance = kept.meanSquare * base.variance + (kept.mean - kept.meanSquare) * base.mean
  const rateVariance = base.mean * base.mean * kept.variance
  return {
    mean: countMean * eventMean,
    variance: countMean * within + (countVariance + rateVariance) * squareOfMean + countMean * countMean * between,
    pZero: probabilityOfNothing(base, effect.keep, events),
  }
}

function weighted(events: readonly WeightedMoments[], value: (one: WeightedMoments) => number): number {
  let sum = 0
  for (const one of events) sum += one.weight * value(one)
  return sum
}

function spread(nodes: Nodes): { readonly mean: number; readonly meanSquare: number; readonly variance: number } {
  const mean = meanOf(nodes)
  let variance = 0
  for (let i = 0; i < nodes.values.length; i++) {
    const apart = (nodes.values[i] ?? 0) - mean
    variance += (nodes.weights[i] ?? 0) * apart * apart
  }
  return { mean, meanSquare: variance + mean * mean, variance }
}

/** E[P_N(1 − k(1 − P(X=0)))]; most events cost something in every state, so that one value serves all of them. */
function probabilityOfNothing(count: CountLaw, keep: Nodes, events: readonly WeightedMoments[]): number {
  const chances = new Map<number, number>()
  for (const { weight, pZero } of events) chances.set(pZero, (chances.get(pZero) ?? 0) + weight)
  let sum = 0
  for (const [z, weight] of chances)
    for (let q = 0; q < keep.values.length; q++)
      sum += weight * (keep.weights[q] ?? 0) * count.pgfAt(1 - (keep.values[q] ?? 0) * (1 - z))
  return sum
}
