import { jointEffect } from '../model/joint-effect.ts'
import { certainPoint, type OuterPoint, outerPoints } from '../model/outer-points.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { type EventTransforms, eventTransforms } from './event-transform.ts'
import { finished, type Steps } from './in-steps.ts'
import type { Lattice } from './lattice.ts'
import { type ScenarioTransform, scenarioTransform } from './scenario-transform.ts'
import { addExponent, addScaled, emptySum, exponentiated, multiplied, type SpectrumSum } from './spectrum-sum.ts'

/** The transform of a portfolio's year on one lattice, kept so that a change redoes only what it touches. */
export type PortfolioSpectrum = {
  /** The transform as it now is. */
  readonly current: () => Float64Array
  /** Takes over a changed portfolio: the result is bit for bit that of a fresh one on the same lattice. */
  readonly change: (next: ResolvedPortfolio) => void
}

const blockSize = 8
/** Scenarios between two looks up from the work. */
const stepSize = 16
/** Bytes that may be spent on kept transforms. */
const mostKept = 40e6

export function portfolioSpectrum(first: ResolvedPortfolio, lattice: Lattice, ratePoints: number): PortfolioSpectrum {
  return finished(spectrumInSteps(first, lattice, ratePoints))
}

/** The same, made a few scenarios at a time. */
export function* spectrumInSteps(
  first: ResolvedPortfolio,
  lattice: Lattice,
  ratePoints: number,
): Steps<PortfolioSpectrum> {
  const bytes = first.scenarios.length * lattice.size * 8
  const transforms = eventTransforms(lattice, bytes <= mostKept)
  let portfolio = first
  let parts: (ScenarioTransform | null)[] = []
  let sum = emptySum(lattice)
  let plan = planOf(first)

  function part(at: number, of: ResolvedPortfolio): ScenarioTransform | null {
    const scenario = of.scenarios[at]
    if (scenario === undefined || plan.isDependent(at)) return null
    const rho = of.source.copula?.rho ?? 0
    return scenarioTransform(scenario, certainPoint, rho, transforms, ratePoints)
  }

  function* rebuild(): Steps<void> {
    sum = emptySum(lattice)
    plan = planOf(portfolio)
    parts = []
    for (let at = 0; at < portfolio.scenarios.length; at++) {
      if (at % stepSize === 0) yield at / portfolio.scenarios.length
      const made = part(at, portfolio)
      if (made?.kind === 'exponent') addExponent(sum, made, 1, lattice)
      parts.push(slim(made, bytes))
    }
    for (let block = 0; block * blockSize < parts.length; block++) redoBlock(block)
  }

  function redoBlock(block: number): void {
    let product: Float64Array | null = null
    for (let at = block * blockSize; at < Math.min(parts.length, (block + 1) * blockSize); at++) {
      const one = parts[at]
      if (one?.kind !== 'factor') continue
      product = multiplied(
        product,
        one.spectrum.length > 0 ? one.spectrum : (part(at, portfolio)?.spectrum ?? one.spectrum),
      )
    }
    if (product === null) sum.blocks.delete(block)
    else sum.blocks.set(block, product)
  }

  function change(next: ResolvedPortfolio): void {
    const nextPlan = planOf(next)
    const isComparable = next.scenarios.length === parts.length && !plan.isJoint && !nextPlan.isJoint
    const before = portfolio
    portfolio = next
    if (!isComparable) {
      finished(rebuild())
      return
    }
    const touched = new Set<number>()
    next.scenarios.forEach((scenario, at) => {
      if (scenario === before.scenarios[at]) return
      const old = parts[at]?.kind === 'exponent' ? part(at, before) : parts[at]
      const made = part(at, next)
      if (old?.kind === 'exponent') addExponent(sum, old, -1, lattice)
      if (made?.kind === 'exponent') addExponent(sum, made, 1, lattice)
      if (old?.kind === 'factor' || made?.kind === 'factor') touched.add(Math.floor(at / blockSize))
      parts[at] = slim(made, bytes)
    })
    for (const block of touched) redoBlock(block)
  }

  yield* rebuild()
  return { current: () => combined(portfolio, plan, parts, sum, transforms, lattice, ratePoints), change }
}

// A part whose transform is not kept is made again when its block is redone.
function slim(part: ScenarioTransform | null, bytes: number): ScenarioTransform | null {
  if (part === null) return null
  return bytes <= mostKept ? part : { ...part, spectrum: new Float64Array(0) }
}

type Plan = {
  readonly points: readonly OuterPoint[]
  /** Whether anything beyond the scenarios themselves enters. */
  readonly isJoint: boolean
  readonly isDependent: (at: number) => boolean
  /** Shape of the common gamma factor where its closed form applies. */
  readonly shape: number | null
}

/** Which scenarios depend on what is shared, and at which points that is looked at. */
function planOf(portfolio: ResolvedPortfolio): Plan {
  const { source, scenarios, shared } = portfolio
  const cv = source.commonFactor?.cv
  const isClosed =
    cv !== undefined &&
    shared.length === 0 &&
    source.copula === undefined &&
    scenarios.every(({ count, links }) => {
      return (
        count.poissonRates?.values.length === 1 && links.every(({ control }) => control.strength.values.length === 1)
      )
    })
  const { points, corrected } = outerPoints(portfolio, isClosed)
  const inTensor = new Set(corrected.length === 0 ? shared : [])
  const [first] = points
  const all = points.length > 1 && first !== undefined && (first.factor !== 1 || first.common !== null)
  const dependent = scenarios.map(({ links }) => all || links.some(({ control }) => inTensor.has(control)))
  return {
    points: points.length === 1 ? [certainPoint] : points,
    isJoint: points.length > 1 || portfolio.shocks.length > 0,
    isDependent: (at) => points.length > 1 && dependent[at] === true,
    shape: isClosed ? 1 / (cv * cv) : null,
  }
}

function combined(
  portfolio: ResolvedPortfolio,
  plan: Plan,
  parts: readonly (ScenarioTransform | null)[],
  sum: SpectrumSum,
  transforms: EventTransforms,
  lattice: Lattice,
  ratePoints: number,
): Float64Array {
  const known = parts.reduce((total, part) => total + (part?.widening ?? 0), 0)
  let product: Float64Array | null = null
  for (const block of [...sum.blocks.keys()].sort((a, b) => a - b)) {
    const factor = sum.blocks.get(block)
    if (factor !== undefined) product = multiplied(product, factor)
  }
  const rho = portfolio.source.copula?.rho ?? 0
  let average: Float64Array | null = null
  for (const point of plan.points) {
    const exponent = plan.isJoint ? sum.exponent.slice() : sum.exponent
    let own = product === null ? null : plan.isJoint ? product.slice() : product
    let widening = known
    portfolio.scenarios.forEach((scenario, at) => {
      if (!plan.isDependent(at)) return
      const made = scenarioTransform(scenario, point, rho, transforms, ratePoints)
      widening += made.widening
      if (made.kind === 'exponent') addScaled(exponent, made.spectrum, made.rate, 1, lattice)
      else own = multiplied(own, made.spectrum)
    })
    for (const shock of portfolio.shocks) {
      const event = shockEvent(portfolio, shock.members, point, transforms)
      addScaled(exponent, event, shock.rate * point.factor, 1, lattice)
    }
    const year = exponentiated(exponent, own === null ? widening : 0, plan.shape, lattice)
    const whole = own === null ? year : multiplied(year, own)
    if (plan.points.length === 1) return whole
    const into: Float64Array = average ?? new Float64Array(whole.length)
    for (let j = 0; j < whole.length; j++) into[j] = (into[j] ?? 0) + point.weight * (whole[j] ?? 0)
    average = into
  }
  return average ?? new Float64Array(0)
}

/** The transform of one event that strikes all members: the product of theirs. */
function shockEvent(
  portfolio: ResolvedPortfolio,
  members: readonly number[],
  point: OuterPoint,
  transforms: EventTransforms,
): Float64Array {
  let product: Float64Array | null = null
  for (const at of members) {
    const scenario = portfolio.scenarios[at]
    if (scenario === undefined) continue
    const { events } = jointEffect(scenario, (control) => point.strengths.get(control))
    const event = new Float64Array(
      transforms(scenario.event, events[0] ?? { scale: 1, contained: 0, weight: 1 }).spectrum.length,
    )
    for (const effect of events) {
      const { spectrum } = transforms(scenario.event, effect)
      for (let j = 0; j < event.length; j++) event[j] = (event[j] ?? 0) + effect.weight * (spectrum[j] ?? 0)
    }
    product = multiplied(product, event)
  }
  return product ?? new Float64Array(0)
}
