import { addLessOne, exponential, product } from '../attribution/slopes/complex-spectra.ts'
import { chooseLattices } from '../exact/choose-lattices.ts'
import { type EventTransforms, eventTransforms } from '../exact/event-transform.ts'
import type { Steps } from '../exact/in-steps.ts'
import { type Lattice, lattice } from '../exact/lattice.ts'
import { type LatticeCurve, latticeCurve } from '../exact/lattice-curve.ts'
import { dragged, type ExactSettings, exactEngine } from '../exact/price-exact.ts'
import type { LossCurve } from '../loss-curve.ts'
import { type ResolvedPortfolio, resolvePortfolio } from '../model/resolve-portfolio.ts'
import { type EventMoments, eventMoments } from '../moments/event-moments.ts'
import { certainly } from '../quadrature/reduce-nodes.ts'
import { type EpistemicOptions, type ScenarioPoints, scenarioPoints } from './epistemic-points.ts'
import { fixedPortfolios } from './fixed-portfolio.ts'
import { type ScaleSteps, scaleSteps } from './scale-steps.ts'

export type PointCurve = Pick<LossCurve, 'cdf' | 'mean'>
export type BandCurves = { readonly range: number; readonly curves: readonly PointCurve[] }

const settings: ExactSettings = { ...dragged, size: 1_024 }
const stitching = 32

/**
 * The curve of every point of a portfolio whose scenarios are independent. The transform of a loss does not depend on the point, so each is made once and
 * added to all points with their rates; where controls scale losses, a few scales are made and mixed.
 */
export function* bandCurves(portfolio: ResolvedPortfolio, options: EpistemicOptions): Steps<BandCurves> {
  const { points = 64 } = options
  const scenarios = scenarioPoints(portfolio, options)
  const [wide] = chooseLattices(portfolio, settings)
  const range = wide?.range ?? 1
  const lattices = [range, range / stitching].map((one) => lattice(settings.size, one, 1))
  const zero = chancesOfNothing(scenarios, points)
  const means = meansOf(scenarios, points)
  const found: (readonly LatticeCurve[])[] = []
  for (const [at, grid] of lattices.entries()) {
    const years = yearsOn(grid, points)
    const transforms = eventTransforms(grid, true)
    for (const [i, scenario] of scenarios.entries()) {
      years.add(scenario, transforms)
      if (i % 8 === 7) yield (0.1 + 0.9 * ((at + i / scenarios.length) / lattices.length)) * 0.95
    }
    found.push(years.spectra().map((spectrum, p) => latticeCurve(spectrum, grid, zero[p] ?? 0)))
  }
  const [largest = [], smaller = []] = found
  return {
    range,
    curves: largest.map((curve, p) => {
      const fine = smaller[p]
      const cdf = (x: number) => (fine !== undefined && x < 0.95 * fine.range ? fine.cdf(x) : curve.cdf(x))
      return { mean: means[p] ?? 0, cdf }
    }),
  }
}

/** Portfolios whose scenarios share chance: each point is a portfolio of its own, priced on the same lattices. */
export function* chainedCurves(portfolio: ResolvedPortfolio, options: EpistemicOptions): Steps<BandCurves> {
  const { points = 64 } = options
  const own: ExactSettings = { ...settings, ranges: 2 }
  const at = fixedPortfolios(portfolio, options)
  const lattices = chooseLattices(portfolio, own)
  const curves: LossCurve[] = []
  let last = portfolio
  for (let p = 0; p < points; p++) {
    last = resolvePortfolio(at(p), last)
    curves.push(exactEngine(last, own, lattices).curve())
    yield (p + 1) / points
  }
  return { range: lattices[0]?.range ?? 1, curves }
}

/** The years of all points on one lattice, scenario by scenario. */
function yearsOn(grid: Lattice, points: number) {
  const exponents = Array.from({ length: points }, () => new Float64Array(2 * grid.kept))
  const factors = new Map<number, Float64Array>()
  return {
    add: (one: ScenarioPoints, transforms: EventTransforms) => {
      const steps = scaleSteps(one, transforms)
      for (let p = 0; p < points; p++) addYear(one, p, steps)
    },
    spectra: () =>
      exponents.map((exponent, p) => {
        const factor = factors.get(p)
        const year = exponential(exponent)
        return factor === undefined ? year : product(year, factor)
      }),
  }

  function addYear({ rates, count }: ScenarioPoints, p: number, steps: ScaleSteps): void {
    const exponent = exponents[p]
    const rate = rates?.[p]
    if (rate !== undefined && exponent !== undefined) {
      for (const { share, loss } of steps(p)) addLessOne(exponent, rate * share, loss)
      return
    }
    const event = new Float64Array(2 * grid.kept)
    for (const { share, loss } of steps(p))
      for (let j = 0; j < event.length; j++) event[j] = (event[j] ?? 0) + share * (loss[j] ?? 0)
    const year = new Float64Array(event.length)
    count(p).pgf(event, year)
    const before = factors.get(p)
    factors.set(p, before === undefined ? year : product(before, year))
  }
}

function chancesOfNothing(scenarios: readonly ScenarioPoints[], points: number): Float64Array {
  const chances = new Float64Array(points).fill(1)
  for (const one of scenarios) {
    const moments = momentsOf(one)
    for (let p = 0; p < points; p++) chances[p] = (chances[p] ?? 1) * one.count(p).pgfAt(moments(p).pZero)
  }
  return chances
}

/** The mean of a year at each point, in closed form. */
export function meansOf(scenarios: readonly ScenarioPoints[], points: number): Float64Array {
  const means = new Float64Array(points)
  for (const one of scenarios) {
    const moments = momentsOf(one)
    for (let p = 0; p < points; p++) means[p] = (means[p] ?? 0) + one.count(p).mean * moments(p).mean
  }
  return means
}

/** The moments of one loss at each point; once where no control scales it. */
function momentsOf({ scenario, scale, contained }: ScenarioPoints): (point: number) => EventMoments {
  const at = (p: number): EventMoments => {
    const effect = { scale: certainly(scale[p] ?? 1), contained: certainly(contained[p] ?? 0) }
    return eventMoments(scenario.event, effect)[0] ?? { mean: 0, meanSquare: 0, pZero: 1 }
  }
  const isSame = [scale, contained].every((values) => values.every((value) => value === values[0]))
  if (!isSame) return at
  const always = at(0)
  return () => always
}
