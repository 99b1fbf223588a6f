import { exp } from '../elementary/exponential.ts'
import { countGivenCommon } from '../frequency/count-given-factor.ts'
import type { CountLaw } from '../frequency/count-law.ts'
import { jointEffect } from '../model/joint-effect.ts'
import { type OuterPoint, outerPoints } from '../model/outer-points.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { eventMoments } from './event-moments.ts'
import { sharedControlCovariance } from './shared-control-covariance.ts'

/** Of the loss of one year: mean, variance and the probability that it is nothing. */
export type LossMoments = { readonly mean: number; readonly variance: number; readonly pZero: number }

/**
 * Closed form, no distribution needed: E S = E N·E X, Var S = E N·Var X + Var N·(E X)², P(S=0) = P_N(P(X=0)) for each scenario given what it shares with the
 * others, and the laws of total expectation and variance over that. Relative error about 1e-13; with more than five uncertain shared
 * controls their covariance is taken one control at a time (about 1e-3 of the part of the variance they cause). Before yearly insurance.
 */
export function lossMoments(portfolio: ResolvedPortfolio): LossMoments {
  const { points, corrected } = outerPoints(portfolio)
  let mean = 0
  let square = 0
  let within = 0
  let pZero = 0
  for (const point of points) {
    const given = momentsGiven(portfolio, point)
    mean += point.weight * given.mean
    within += point.weight * given.variance
    pZero += point.weight * given.pZero
  }
  if (points.length > 1)
    for (const point of points) {
      const apart = momentsGiven(portfolio, point).mean - mean
      square += point.weight * apart * apart
    }
  const covariance = corrected.length === 0 ? 0 : sharedControlCovariance(portfolio, corrected)
  return { mean, variance: within + square + covariance, pZero }
}

/** Given the shared factors the scenarios are independent: moments add, probabilities of nothing multiply. */
function momentsGiven(portfolio: ResolvedPortfolio, point: OuterPoint): LossMoments {
  const rho = portfolio.source.copula?.rho ?? 0
  let mean = 0
  let variance = 0
  let pZero = 1
  for (const scenario of portfolio.scenarios) {
    const one = point.isCertain ? certainMoments(scenario, point) : scenarioMoments(scenario, point, rho)
    mean += one.mean
    variance += one.variance
    pZero *= one.pZero
  }
  for (const { rate, members } of portfolio.shocks) {
    const shock = shockMoments(
      members.flatMap((at) => portfolio.scenarios[at] ?? []),
      rate * point.factor,
      point,
    )
    mean += shock.mean
    variance += shock.variance
    pZero *= shock.pZero
  }
  return { mean, variance, pZero }
}

const known = new WeakMap<ResolvedScenario, LossMoments>()

/** Where nothing is shared a scenario's moments are its own: kept, since a change touches few scenarios. */
function certainMoments(scenario: ResolvedScenario, point: OuterPoint): LossMoments {
  const made = known.get(scenario) ?? scenarioMoments(scenario, point, 0)
  known.set(scenario, made)
  return made
}

function scenarioMoments(scenario: ResolvedScenario, point: OuterPoint, rho: number): LossMoments {
  const { keep, events } = jointEffect(scenario, (control) => point.strengths.get(control))
  const whole = point.factor === 1 ? scenario.count : (scenario.count.multiplied(point.factor) ?? scenario.count)
  const base = point.common === null ? whole : countGivenCommon(whole, rho, point.common)
  const counts = Array.from(
    keep.values,
    (value, q) => [keep.weights[q] ?? 0, value === 1 ? base : base.thinned(value)] as const,
  )
  let mean = 0
  let square = 0
  let pZero = 0
  for (const effect of events) {
    const event = eventMoments(scenario.event, effect)
    const spread = event.meanSquare - event.mean * event.mean
    for (const [weight, count] of counts) {
      const chance = effect.weight * weight
      const given = count.mean * event.mean
      mean += chance * given
      square += chance * (count.mean * spread + count.variance * event.mean * event.mean + given * given)
      pZero += chance * count.pgfAt(event.pZero)
    }
  }
  const isOne = events.length * counts.length === 1
  return { mean, variance: isOne ? varianceOfOne(scenario, events, counts) : square - mean * mean, pZero }
}

// Without a mixture the variance needs no difference of squares.
function varianceOfOne(
  { event }: ResolvedScenario,
  [effect]: ReturnType<typeof jointEffect>['events'],
  [counted]: readonly (readonly [number, CountLaw])[],
): number {
  if (effect === undefined || counted === undefined) return 0
  const { mean, meanSquare } = eventMoments(event, effect)
  return counted[1].mean * (meanSquare - mean * mean) + counted[1].variance * mean * mean
}

/** Events that strike all members at once: compound Poisson with the sum of their losses. Frequency controls do not reach them. */
function shockMoments(members: readonly ResolvedScenario[], rate: number, point: OuterPoint): LossMoments {
  let mean = 0
  let spread = 0
  let pZero = 1
  for (const member of members) {
    const { events } = jointEffect(member, (control) => point.strengths.get(control))
    const each = events.map((effect) => ({ weight: effect.weight, ...eventMoments(member.event, effect) }))
    const expected = (value: (one: (typeof each)[number]) => number) =>
      each.reduce((sum, one) => sum + one.weight * value(one), 0)
    const memberMean = expected((one) => one.mean)
    mean += memberMean
    spread += expected((one) => one.meanSquare) - memberMean * memberMean
    pZero *= expected((one) => one.pZero)
  }
  const meanSquare = spread + mean * mean
  const none = -rate * (1 - pZero)
  return { mean: rate * mean, variance: rate * meanSquare, pZero: exp(none) }
}
