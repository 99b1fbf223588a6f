import { countGivenCommon } from '../frequency/count-given-factor.ts'
import type { CountLaw, Nodes } from '../frequency/count-law.ts'
import { mixedPoissonCount } from '../frequency/mixed-poisson-count.ts'
import { gridPgf, lognormalRateGrid } from '../frequency/rate-grid.ts'
import { reduceRates } from '../frequency/rate-nodes.ts'
import { type EventEffect, eventEffects, jointEffect, ownEffect } from '../model/joint-effect.ts'
import type { OuterPoint } from '../model/outer-points.ts'
import type { ResolvedScenario } from '../model/resolve-portfolio.ts'
import { meanOf, productNodes, reduceNodes } from '../quadrature/reduce-nodes.ts'
import type { SeverityLaw } from '../severity/severity-law.ts'
import type { EventTransforms } from './event-transform.ts'

/** On how many points what is uncertain in one scenario is looked at. */
export type Points = {
  /** The largest step in the logarithm of a lognormal rate. */
  readonly rateStep: number
  /** Points for any other uncertain rate or frequency control. */
  readonly ratePoints: number
  /** Points for what controls leave of a loss, and for the chance that it is contained. */
  readonly effectPoints: number
}

/** A scenario's part of a year: an exponent rate·(event − 1) to add, or a whole transform to multiply. */
export type ScenarioTransform = {
  readonly kind: 'exponent' | 'factor'
  /** Transform of one event, or of the scenario's whole year. */
  readonly spectrum: Float64Array
  /** The Poisson rate of an exponent; the mean count of a factor. */
  readonly rate: number
  /** What the lattice adds to the variance of the scenario's year. */
  readonly widening: number
}

/**
 * Transform of the scenario's yearly loss given what it shares with others: P_N(φ_X), averaged over what is uncertain in it alone.
 */
export function scenarioTransform(
  scenario: ResolvedScenario,
  point: OuterPoint,
  rho: number,
  transforms: EventTransforms,
  points: Points,
): ScenarioTransform {
  const { poissonRate, mean, pgfs, events } = point.isCertain
    ? certainYear(scenario, point, points)
    : yearOf(scenario, point, rho, points)
  const [effect] = events
  if (events.length === 1 && effect && poissonRate !== null) {
    const { spectrum, widening } = transforms(scenario.event, effect)
    return { kind: 'exponent', spectrum, rate: poissonRate, widening: poissonRate * widening }
  }
  let sum: Float64Array | null = null
  let widening = 0
  for (const each of events) {
    const event = transforms(scenario.event, each)
    widening += each.weight * mean * event.widening
    for (const { weight, pgf } of pgfs) {
      const out = new Float64Array(event.spectrum.length)
      pgf(event.spectrum, out)
      sum = added(sum, out, each.weight * weight)
    }
  }
  return { kind: 'factor', spectrum: sum ?? new Float64Array(0), rate: mean, widening }
}

type Weighted = { readonly weight: number; readonly pgf: CountLaw['pgf'] }

type ScenarioYear = {
  /** The rate, where the count is Poisson for sure. */
  readonly poissonRate: number | null
  readonly mean: number
  /** The count as a mixture of laws that have a generating function. */
  readonly pgfs: readonly Weighted[]
  readonly events: readonly EventEffect[]
}

const known = new WeakMap<ResolvedScenario, { readonly points: Points; readonly year: ScenarioYear }>()

/** Kept while the scenario lives, for the points last asked for: every lattice asks for the same. */
function certainYear(scenario: ResolvedScenario, point: OuterPoint, points: Points): ScenarioYear {
  const kept = known.get(scenario)
  if (kept?.points === points) return kept.year
  const year = yearOf(scenario, point, 0, points)
  known.set(scenario, { points, year })
  return year
}

function yearOf(scenario: ResolvedScenario, point: OuterPoint, rho: number, points: Points): ScenarioYear {
  const effect = point.isCertain
    ? ownEffect(scenario)
    : jointEffect(scenario, (control) => point.strengths.get(control))
  const whole = point.factor === 1 ? scenario.count : (scenario.count.multiplied(point.factor) ?? scenario.count)
  const base = point.common === null ? whole : countGivenCommon(whole, rho, point.common)
  const effectPoints = points.effectPoints * (hasAtoms(scenario.event.severity) ? 4 : 1)
  return { ...countsOf(base, effect.keep, points), events: eventEffects(effect, effectPoints) }
}

/** Whether amounts of their own probability carry much of the law: a control then spreads what no density smooths. */
function hasAtoms({ atoms, survival }: SeverityLaw): boolean {
  const chance = (at: number) => survival(at * (1 - 1e-9)) - survival(at)
  return atoms.slice(0, 8).reduce((sum, at) => sum + chance(at), 0) > 0.05
}

// A share that multiplies a lognormal rate is smoothed by it: few points give all of its effect.
const sharePoints = 8

function countsOf(base: CountLaw, keep: Nodes, points: Points): Omit<ScenarioYear, 'events'> {
  const mean = base.mean * meanOf(keep)
  const rates = base.poissonRates
  if (rates !== null && rates.values.length * keep.values.length === 1) {
    const rate = (rates.values[0] ?? 0) * (keep.values[0] ?? 1)
    return { poissonRate: rate, mean, pgfs: [{ weight: 1, pgf: base.thinned(keep.values[0] ?? 1).pgf }] }
  }
  const mixture = (pgfs: readonly Weighted[]) => ({ poissonRate: null, mean, pgfs })
  if (rates === null) {
    const few = reduceNodes(keep, points.ratePoints)
    return mixture(
      Array.from(few.values, (value, q) => ({ weight: few.weights[q] ?? 0, pgf: base.thinned(value).pgf })),
    )
  }
  const grid =
    base.lognormalRate && lognormalRateGrid(base.lognormalRate, reduceNodes(keep, sharePoints), points.rateStep)
  if (grid) return mixture([{ weight: 1, pgf: (z, out) => gridPgf(grid, z, out) }])
  const few = reduceRates(productNodes(rates, keep), points.ratePoints)
  return mixture([{ weight: 1, pgf: mixedPoissonCount(few).pgf }])
}

function added(sum: Float64Array | null, term: Float64Array, weight: number): Float64Array {
  if (sum === null && weight === 1) return term
  const out = sum ?? new Float64Array(term.length)
  for (let j = 0; j < term.length; j++) out[j] = (out[j] ?? 0) + weight * (term[j] ?? 0)
  return out
}
