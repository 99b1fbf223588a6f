import { countGivenCommon } from '../frequency/count-given-factor.ts'
import type { CountLaw, Nodes } from '../frequency/count-law.ts'
import { mixedPoissonCount } from '../frequency/mixed-poisson-count.ts'
import { reduceRates } from '../frequency/rate-nodes.ts'
import { type JointEffect, jointEffect } from '../model/joint-effect.ts'
import { certainPoint, type OuterPoint } from '../model/outer-points.ts'
import type { ResolvedScenario } from '../model/resolve-portfolio.ts'
import { meanOf, productNodes } from '../quadrature/reduce-nodes.ts'
import type { EventTransforms } from './event-transform.ts'

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
 * @param ratePoints points for an uncertain rate together with uncertain frequency controls
 */
export function scenarioTransform(
  scenario: ResolvedScenario,
  point: OuterPoint,
  rho: number,
  transforms: EventTransforms,
  ratePoints: number,
): ScenarioTransform {
  const { keep, events, counts } = point.isCertain
    ? certainYear(scenario, ratePoints)
    : yearOf(scenario, point, rho, ratePoints)
  const [effect] = events
  const [only] = counts
  const rates = only?.law.poissonRates
  if (events.length === 1 && effect && counts.length === 1 && rates && rates.values.length === 1) {
    const rate = rates.values[0] ?? 0
    const { spectrum, widening } = transforms(scenario.event, effect)
    return { kind: 'exponent', spectrum, rate, widening: rate * widening }
  }
  const mean = scenario.count.mean * point.factor * meanOf(keep)
  let sum: Float64Array | null = null
  let widening = 0
  for (const each of events) {
    const event = transforms(scenario.event, each)
    const out = new Float64Array(event.spectrum.length)
    widening += each.weight * mean * event.widening
    for (const { weight, law } of counts) {
      law.pgf(event.spectrum, out)
      sum = added(sum, out, each.weight * weight)
    }
  }
  return { kind: 'factor', spectrum: sum ?? new Float64Array(0), rate: mean, widening }
}

type ScenarioYear = JointEffect & { readonly counts: readonly Weighted[] }

const known = new WeakMap<ResolvedScenario, Map<number, ScenarioYear>>()

/** Kept while the scenario lives: every lattice asks for the same. */
function certainYear(scenario: ResolvedScenario, ratePoints: number): ScenarioYear {
  const own = known.get(scenario) ?? new Map<number, ScenarioYear>()
  known.set(scenario, own)
  const made = own.get(ratePoints) ?? yearOf(scenario, certainPoint, 0, ratePoints)
  own.set(ratePoints, made)
  return made
}

function yearOf(scenario: ResolvedScenario, point: OuterPoint, rho: number, ratePoints: number): ScenarioYear {
  const effect = jointEffect(scenario, (control) => point.strengths.get(control))
  return { ...effect, counts: countsOf(scenario.count, effect.keep, point, rho, ratePoints) }
}

type Weighted = { readonly weight: number; readonly law: CountLaw }

/** The count given the shared factors, as a mixture of laws that have a generating function. */
function countsOf(law: CountLaw, keep: Nodes, point: OuterPoint, rho: number, ratePoints: number): readonly Weighted[] {
  const whole = point.factor === 1 ? law : (law.multiplied(point.factor) ?? law)
  const base = point.common === null ? whole : countGivenCommon(whole, rho, point.common)
  const rates = base.poissonRates
  if (rates === null)
    return Array.from(keep.values, (value, q) => ({ weight: keep.weights[q] ?? 0, law: base.thinned(value) }))
  const thinned = productNodes(rates, keep)
  if (thinned.values.length === 1) return [{ weight: 1, law: base.thinned(keep.values[0] ?? 1) }]
  return [{ weight: 1, law: mixedPoissonCount(reduceRates(thinned, ratePoints)) }]
}

function added(sum: Float64Array | null, term: Float64Array, weight: number): Float64Array {
  if (sum === null && weight === 1) return term
  const out = sum ?? new Float64Array(term.length)
  for (let j = 0; j < term.length; j++) out[j] = (out[j] ?? 0) + weight * (term[j] ?? 0)
  return out
}
