import { certainPoint } from '../model/outer-points.ts'
import type { ResolvedPortfolio } from '../model/resolve-portfolio.ts'
import { eventTransforms } from './event-transform.ts'
import { finished, type Steps } from './in-steps.ts'
import { jointSpectrum } from './joint-spectrum.ts'
import type { Lattice } from './lattice.ts'
import { type Points, type ScenarioTransform, scenarioTransform } from './scenario-transform.ts'
import { planOf } from './spectrum-plan.ts'
import { addScaled, multiplied, yearSpectrum } from './spectrum-sum.ts'

/** The transform of a portfolio's year on one lattice, kept so that a change redoes only what it touches. */
export type PortfolioSpectrum = {
  /** The transform as it now is. */
  readonly current: () => Float64Array
  /** Takes over a changed portfolio: the result is bit for bit that of a fresh one on the same lattice. */
  readonly change: (next: ResolvedPortfolio) => void
  /** The sum of the rates of all compound Poisson scenarios. */
  readonly rate: () => number
}

/** Scenarios between two looks up from the work. */
const stepSize = 16
/** Bytes that may be spent on kept transforms of scenarios, and, a quarter of it, of their events. */
const mostKept = 40e6

export function portfolioSpectrum(first: ResolvedPortfolio, lattice: Lattice, points: Points): PortfolioSpectrum {
  return finished(spectrumInSteps(first, lattice, points))
}

/**
 * The same, made a few scenarios at a time. Exponents of compound Poisson scenarios are summed in whole quanta; the transforms of the others are
 * multiplied in blocks by the scenario's place, so that one change redoes one block.
 */
export function* spectrumInSteps(first: ResolvedPortfolio, lattice: Lattice, points: Points): Steps<PortfolioSpectrum> {
  const bytes = first.scenarios.length * lattice.kept * 16
  const isKept = bytes <= mostKept
  const transforms = eventTransforms(lattice, bytes <= mostKept / 4)
  const blockSize = blockSizeFor(first.scenarios.length)
  let portfolio = first
  let plan = planOf(first)
  let parts: (ScenarioTransform | null)[] = []
  let widenings = new Float64Array(0)
  let rates = new Float64Array(0)
  let exponent = new Float64Array(0)
  let blocks: (Float64Array | null)[] = []

  function part(at: number, of: ResolvedPortfolio): ScenarioTransform | null {
    const scenario = of.scenarios[at]
    if (scenario === undefined || plan.isDependent(at)) return null
    return scenarioTransform(scenario, certainPoint, 0, transforms, points)
  }

  function put(at: number, made: ScenarioTransform | null): void {
    if (made?.kind === 'exponent') addScaled(exponent, made.spectrum, made.rate, 1, lattice)
    widenings[at] = made?.widening ?? 0
    rates[at] = made?.kind === 'exponent' ? made.rate : 0
    // A part whose transform is not kept is made again when its block is redone.
    parts[at] = made === null || isKept ? made : { ...made, spectrum: new Float64Array(0) }
  }

  function* rebuild(): Steps<void> {
    plan = planOf(portfolio)
    const count = portfolio.scenarios.length
    parts = []
    widenings = new Float64Array(count)
    rates = new Float64Array(count)
    exponent = new Float64Array(2 * lattice.kept)
    blocks = []
    for (let at = 0; at < count; at++) {
      if (at % stepSize === 0) yield at / count
      const made = part(at, portfolio)
      put(at, made)
      const block = Math.floor(at / blockSize)
      if (made?.kind === 'factor') blocks[block] = multiplied(blocks[block] ?? null, made.spectrum)
    }
  }

  function redoBlock(block: number): void {
    let product: Float64Array | null = null
    for (let at = block * blockSize; at < Math.min(parts.length, (block + 1) * blockSize); at++) {
      const one = parts[at]
      if (one?.kind !== 'factor') continue
      const whole = isKept ? one : part(at, portfolio)
      if (whole !== null) product = multiplied(product, whole.spectrum)
    }
    blocks[block] = product
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
    for (let at = 0; at < parts.length; at++) {
      if (next.scenarios[at] === before.scenarios[at]) continue
      const old = parts[at]?.kind === 'exponent' && !isKept ? part(at, before) : parts[at]
      if (old?.kind === 'exponent') addScaled(exponent, old.spectrum, old.rate, -1, lattice)
      put(at, part(at, next))
      if (old?.kind === 'factor' || parts[at]?.kind === 'factor') touched.add(Math.floor(at / blockSize))
    }
    for (const block of touched) redoBlock(block)
  }

  function current(): Float64Array {
    const widening = sumOf(widenings)
    let product: Float64Array | null = null
    for (const block of blocks) if (block) product = multiplied(product, block)
    if (!plan.isJoint && plan.shape === null) return yearSpectrum(exponent, product, widening, lattice)
    return jointSpectrum(portfolio, plan, { exponent, product, widening }, transforms, lattice, points)
  }

  yield* rebuild()
  return { current, change, rate: () => sumOf(rates) }
}

function sumOf(values: Float64Array): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}

/** About the square root: as many blocks to multiply as scenarios in the one that is redone. */
function blockSizeFor(count: number): number {
  let size = 8
  while (size * size < count) size *= 2
  return size
}
