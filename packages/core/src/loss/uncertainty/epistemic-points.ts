import type { KeyOf } from '../attribution/gradients.ts'
import { leftBySlopes } from '../attribution/slopes/left-by-slopes.ts'
import { hashText } from '../elementary/hash.ts'
import type { CountLaw } from '../frequency/count-law.ts'
import { poissonCount } from '../frequency/poisson-count.ts'
import type { Control, ControlEffect, Uncertain } from '../model/portfolio.ts'
import { ownControlId } from '../model/portfolio-state.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../model/resolve-portfolio.ts'
import { mixed } from '../simulate/random-stream.ts'
import { stratumMeans } from './stratum-means.ts'

/** How what is not known is looked at: on so many points of a Latin hypercube, keyed by a seed. */
export type EpistemicOptions = {
  /** 64 when left out. */
  readonly points?: number
  readonly seed?: number
  /** Controls of one name have one true effect: they take its values together. By default each control is one of its own. */
  readonly keyOf?: KeyOf
}

/** A scenario with its inputs known, at each point. */
export type ScenarioPoints = {
  readonly scenario: ResolvedScenario
  readonly count: (point: number) => CountLaw
  /** The Poisson rate after controls; null for a count of another law. */
  readonly rates: Float64Array | null
  /** The rate before controls, where it is uncertain. */
  readonly drawn: Float64Array | null
  readonly scale: Float64Array
  readonly contained: Float64Array
}

/** The value of an uncertain input at each point. */
export type Draws = (key: string, law: Uncertain) => Float64Array

/**
 * The draws of a seed: an input's values are its strata in an order of its own, which depends on its key alone, so that two portfolios that
 * have an input in common see it alike, whatever else is in them.
 */
export function drawsOf({ points = 64, seed = 1 }: EpistemicOptions): Draws {
  return (key, law) => {
    const values = stratumMeans(law, points)
    if (law.type === 'constant') return values
    const stream = mixed(hashText(key), seed | 0, Math.floor(seed / 4294967296))
    const order = Array.from({ length: points }, (_, at) => ({ at, place: mixed(stream, at, 0) })).sort(
      (a, b) => a.place - b.place || a.at - b.at,
    )
    return Float64Array.from(order, ({ at }) => values[at] ?? 0)
  }
}

/** Every scenario at every point. A count law that is not Poisson given its rate is chance, and stays as it is. */
export function scenarioPoints(portfolio: ResolvedPortfolio, options: EpistemicOptions): readonly ScenarioPoints[] {
  const { points = 64 } = options
  const draws = drawsOf(options)
  const effects = effectDraws(portfolio, options, draws)
  return portfolio.scenarios.map((scenario, at) => {
    const { frequency } = scenario.source
    const strengths = scenario.links.map((_, k) => effects(at, k))
    const left = (effect: ControlEffect) => leftAtPoints(scenario, effect, strengths, points)
    const keep = left('frequency')
    const [missed, unanswered] = [left('detect'), left('respond')]
    const drawn = frequency.type === 'mixedPoisson' ? draws(`rate ${scenario.id}`, frequency.rate) : null
    const certain = frequency.type === 'poisson' ? frequency.rate : null
    const rates =
      drawn?.map((rate, p) => rate * (keep[p] ?? 1)) ?? (certain === null ? null : keep.map((one) => certain * one))
    return {
      scenario,
      count: (p) => (rates === null ? scenario.count.thinned(keep[p] ?? 1) : poissonCount(rates[p] ?? 0)),
      rates,
      drawn,
      scale: left('severity'),
      contained: missed.map((miss, p) => (1 - miss * (1 - scenario.event.noticed)) * (1 - (unanswered[p] ?? 1))),
    }
  })
}

/** What a control's effect is at each point, by scenario and link; once for each name. */
export function effectDraws(
  { scenarios }: ResolvedPortfolio,
  { keyOf }: EpistemicOptions,
  draws: Draws,
): (scenario: number, link: number) => Float64Array {
  const known = new Map<Control, Float64Array>()
  return (at, k) => {
    const scenario = scenarios[at]
    const control = scenario?.links[k]?.control
    if (scenario === undefined || control === undefined) return new Float64Array(0)
    const { source, isShared } = control
    const made =
      known.get(source) ??
      draws(
        `effect ${keyOf?.(scenario.source, source, isShared ? control.id : ownControlId(scenario.source, at, source, k)) ?? control.id}`,
        source.effectiveness,
      )
    if (isShared) known.set(source, made)
    return made
  }
}

function leftAtPoints(
  { links, maxReduction, independence }: ResolvedScenario,
  effect: ControlEffect,
  strengths: readonly Float64Array[],
  points: number,
): Float64Array {
  const own = links.flatMap((link, k) => (link.control.effect === effect ? [{ ...link, draws: strengths[k] }] : []))
  if (own.length === 0) return new Float64Array(points).fill(1)
  const groups = own.map(({ control }) => control.group)
  const most = effect === 'frequency' || effect === 'severity' ? maxReduction : 1
  return Float64Array.from({ length: points }, (_, p) => {
    const reductions = own.map(
      ({ control, coverage, draws }) => coverage * control.source.assurance * (draws?.[p] ?? 0),
    )
    return Math.max(1 - most, leftBySlopes(reductions, groups, independence).left)
  })
}
