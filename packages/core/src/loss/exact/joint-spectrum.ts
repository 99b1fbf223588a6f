import { eventEffects, jointEffect } from '../model/joint-effect.ts'
import type { OuterPoint } from '../model/outer-points.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import type { EventTransforms } from './event-transform.ts'
import type { Lattice } from './lattice.ts'
import { type Points, type ScenarioTransform, scenarioTransform } from './scenario-transform.ts'
import type { SpectrumPlan } from './spectrum-plan.ts'
import { addScaled, gammaYearSpectrum, multiplied, yearSpectrum } from './spectrum-sum.ts'

/** Scenarios that depend on nothing shared, joined. */
export type IndependentPart = {
  readonly exponent: Float64Array
  readonly product: Float64Array | null
  readonly widening: number
}

/**
 * The transform of a year, averaged over the states of what is shared: given one of them the scenarios that depend on it, and the events that strike
 * several at once, join the others.
 */
export function jointSpectrum(
  portfolio: ResolvedPortfolio,
  plan: SpectrumPlan,
  part: IndependentPart,
  transforms: EventTransforms,
  lattice: Lattice,
  points: Points,
): Float64Array {
  let average: Float64Array | null = null
  const made = onceEach(portfolio, transforms, lattice, points)
  for (const point of plan.points) {
    const whole = spectrumAt(portfolio, plan, point, part, transforms, lattice, points, made)
    if (plan.points.length === 1) return whole
    const into: Float64Array = average ?? new Float64Array(whole.length)
    for (let j = 0; j < whole.length; j++) into[j] = (into[j] ?? 0) + point.weight * (whole[j] ?? 0)
    average = into
  }
  return average ?? new Float64Array(0)
}

type Made = (at: number, point: OuterPoint) => ScenarioTransform | null

/** Bytes of transforms that may be remembered within one price. */
const mostRemembered = 60e6

/**
 * A scenario's transform at a point. A scenario feels few of the shared controls, so that many points are the same to it: what was made for one of them serves
 * the others, as far as memory goes.
 */
function onceEach(portfolio: ResolvedPortfolio, transforms: EventTransforms, lattice: Lattice, points: Points): Made {
  const known = new Map<string, ScenarioTransform>()
  const most = Math.floor(mostRemembered / (16 * lattice.kept))
  const rho = portfolio.source.copula?.rho ?? 0
  return (at, point) => {
    const scenario = portfolio.scenarios[at]
    if (scenario === undefined) return null
    const strengths = scenario.links.flatMap(({ control }) => point.strengths.get(control) ?? [])
    const isRepeated = point.factor === 1 && point.common === null && strengths.length < point.strengths.size
    const key = isRepeated ? `${at} ${strengths.join(' ')}` : null
    const kept = key === null ? undefined : known.get(key)
    if (kept !== undefined) return kept
    const made = scenarioTransform(scenario, point, rho, transforms, points)
    if (key !== null && known.size < most) known.set(key, made)
    return made
  }
}

function spectrumAt(
  portfolio: ResolvedPortfolio,
  plan: SpectrumPlan,
  point: OuterPoint,
  part: IndependentPart,
  transforms: EventTransforms,
  lattice: Lattice,
  points: Points,
  transformAt: Made,
): Float64Array {
  const exponent: Float64Array = part.exponent.slice()
  let product: Float64Array | null = part.product === null ? null : part.product.slice()
  let { widening } = part
  portfolio.scenarios.forEach((_, at) => {
    const made = plan.isDependent(at) ? transformAt(at, point) : null
    if (made === null) return
    widening += made.widening
    if (made.kind === 'exponent') addScaled(exponent, made.spectrum, made.rate, 1, lattice)
    else product = multiplied(product, made.spectrum)
  })
  for (const shock of portfolio.shocks) {
    const event = shockEvent(portfolio, shock.members, point, transforms, points)
    addScaled(exponent, event, shock.rate * point.factor, 1, lattice)
  }
  if (plan.shape === null) return yearSpectrum(exponent, product, widening, lattice)
  const year = gammaYearSpectrum(exponent, plan.shape)
  return product === null ? year : multiplied(year, product)
}

/** The transform of one event that strikes all members: the product of theirs. */
function shockEvent(
  portfolio: ResolvedPortfolio,
  members: readonly number[],
  point: OuterPoint,
  transforms: EventTransforms,
  { effectPoints }: Points,
): Float64Array {
  let product: Float64Array | null = null
  for (const at of members) {
    const scenario = portfolio.scenarios[at]
    if (scenario === undefined) continue
    const effect = jointEffect(scenario, (control) => point.strengths.get(control))
    let event: Float64Array | null = null
    for (const { weight, ...one } of eventEffects(effect, effectPoints)) {
      const { spectrum } = transforms(scenario.event, one)
      event ??= new Float64Array(spectrum.length)
      for (let j = 0; j < spectrum.length; j++) event[j] = (event[j] ?? 0) + weight * (spectrum[j] ?? 0)
    }
    if (event !== null) product = multiplied(product, event)
  }
  return product ?? new Float64Array(0)
}
