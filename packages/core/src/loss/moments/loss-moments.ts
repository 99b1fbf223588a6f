import { exp } from '../elementary/exponential.ts'
import { jointEffect } from '../model/joint-effect.ts'
import { certainPoint, type OuterPoint, outerPoints } from '../model/outer-points.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { eventMoments } from './event-moments.ts'
import { certainMoments, type LossMoments, scenarioMoments } from './scenario-moments.ts'
import { sharedControlCovariance } from './shared-control-covariance.ts'

/**
 * Closed form, no distribution needed: E S = E N·E X, Var S = E N·Var X + Var N·(E X)², P(S=0) = P_N(P(X=0)) for each scenario given what it shares with the
 * others, and the laws of total expectation and variance over that. Relative error about 1e-13; with more than five uncertain shared
 * controls their covariance is taken one control at a time (about 1e-3 of the part of the variance they cause). Before yearly insurance.
 */
export function lossMoments(portfolio: ResolvedPortfolio): LossMoments {
  return keptMoments(portfolio).current()
}

/** Moments of a portfolio that changes: only scenarios that are other objects than before are looked at again. */
export type KeptMoments = {
  /** The variance is worked out when it is asked for. */
  readonly current: () => LossMoments
  /** The same without what shared controls add to the variance where they are too many for a tensor. */
  readonly rough: () => LossMoments
  readonly change: (next: ResolvedPortfolio) => void
}

export function keptMoments(first: ResolvedPortfolio): KeptMoments {
  let portfolio = first
  let own: OwnMoments | null = null
  let last: LossMoments | null = null

  function rough(): LossMoments {
    if (last !== null) return last
    const { points } = outerPoints(portfolio)
    if (points.length > 1) last = momentsOver(portfolio, points)
    else {
      if (own === null) {
        own = emptyMoments(portfolio.scenarios.length)
        look(own, portfolio)
      }
      last = summed(own, portfolio)
    }
    return last
  }

  return {
    rough,
    current: () => {
      const { corrected } = outerPoints(portfolio)
      if (corrected.length === 0) return rough()
      const { mean, pZero, variance } = rough()
      const now = portfolio
      let covariance: number | null = null
      return {
        mean,
        pZero,
        get variance() {
          covariance ??= sharedControlCovariance(now, corrected)
          return variance + covariance
        },
      }
    },
    change: (next) => {
      if (own !== null && next.scenarios.length === own.mean.length) look(own, next, portfolio)
      else own = null
      portfolio = next
      last = null
    },
  }
}

type OwnMoments = { readonly mean: Float64Array; readonly variance: Float64Array; readonly pZero: Float64Array }

function emptyMoments(count: number): OwnMoments {
  return { mean: new Float64Array(count), variance: new Float64Array(count), pZero: new Float64Array(count) }
}

function look(own: OwnMoments, { scenarios }: ResolvedPortfolio, before?: ResolvedPortfolio): void {
  for (let at = 0; at < scenarios.length; at++) {
    const scenario = scenarios[at]
    if (scenario === undefined || scenario === before?.scenarios[at]) continue
    const { mean, variance, pZero } = certainMoments(scenario, certainPoint)
    own.mean[at] = mean
    own.variance[at] = variance
    own.pZero[at] = pZero
  }
}

function summed({ mean, variance, pZero }: OwnMoments, portfolio: ResolvedPortfolio): LossMoments {
  const sum = { mean: 0, variance: 0, pZero: 1 }
  for (let at = 0; at < mean.length; at++) {
    sum.mean += mean[at] ?? 0
    sum.variance += variance[at] ?? 0
    sum.pZero *= pZero[at] ?? 1
  }
  return withShocks(sum, portfolio, certainPoint)
}

/** The laws of total expectation and variance over the states of what is shared. */
function momentsOver(portfolio: ResolvedPortfolio, points: readonly OuterPoint[]): LossMoments {
  const all = points.map((point) => ({ weight: point.weight, ...momentsGiven(portfolio, point) }))
  const expected = (value: (one: LossMoments) => number) => all.reduce((sum, one) => sum + one.weight * value(one), 0)
  const mean = expected((one) => one.mean)
  const between = expected((one) => (one.mean - mean) * (one.mean - mean))
  return { mean, variance: expected((one) => one.variance) + between, pZero: expected((one) => one.pZero) }
}

/** Given the shared factors the scenarios are independent: moments add, probabilities of nothing multiply. */
function momentsGiven(portfolio: ResolvedPortfolio, point: OuterPoint): LossMoments {
  const rho = portfolio.source.copula?.rho ?? 0
  const sum = { mean: 0, variance: 0, pZero: 1 }
  for (const scenario of portfolio.scenarios) {
    const one = isTouched(scenario, point)
      ? scenarioMoments(scenario, point, rho)
      : certainMoments(scenario, certainPoint)
    sum.mean += one.mean
    sum.variance += one.variance
    sum.pZero *= one.pZero
  }
  return withShocks(sum, portfolio, point)
}

/** Whether the point says anything about this scenario. */
function isTouched({ links }: ResolvedScenario, { factor, common, strengths }: OuterPoint): boolean {
  return factor !== 1 || common !== null || links.some(({ control }) => strengths.has(control))
}

function withShocks(sum: LossMoments, { shocks, scenarios }: ResolvedPortfolio, point: OuterPoint): LossMoments {
  let { mean, variance, pZero } = sum
  for (const { rate, members } of shocks) {
    const struck = members.flatMap((at) => scenarios[at] ?? [])
    const shock = shockMoments(struck, rate * point.factor, point)
    mean += shock.mean
    variance += shock.variance
    pZero *= shock.pZero
  }
  return { mean, variance, pZero }
}

/** Events that strike all members at once: compound Poisson with the sum of their losses. Frequency controls do not reach them. */
function shockMoments(members: readonly ResolvedScenario[], rate: number, point: OuterPoint): LossMoments {
  let mean = 0
  let spread = 0
  let pZero = 1
  for (const member of members) {
    const each = eventMoments(
      member.event,
      jointEffect(member, (control) => point.strengths.get(control)),
    )
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
