import type { Lattice } from '../../exact/lattice.ts'
import { type OuterPoint, outerPoints } from '../../model/outer-points.ts'
import type { ResolvedPortfolio, ResolvedScenario } from '../../model/resolve-portfolio.ts'
import { addLessOne, addProduct, addScaled, exponential, product, quotient } from './complex-spectra.ts'
import { type EventSpectraOf, eventSpectra, nodeSpectra } from './event-slopes.ts'
import { type EventNode, eventNodes, type ScenarioSlopes, scenarioSlopes } from './scenario-slopes.ts'

/** A scenario within a portfolio's year, at one point of what is shared: what its parts are multiplied with to give the whole. */
export type ScenarioWithin = {
  readonly at: number
  readonly scenario: ResolvedScenario
  readonly slopes: ScenarioSlopes
  readonly events: readonly EventNode[]
  readonly spectra: EventSpectraOf
  readonly point: OuterPoint
  /** The year without this scenario's own events. */
  readonly rest: Float64Array
  /** For each count node and event node the generating functions of its count, and of the other events beside one. */
  readonly counted: (event: number, count: number) => { readonly law: Float64Array; readonly others: Float64Array }
  /** What an event of a shock is multiplied with, for each that strikes this scenario: the year times the other members' losses. */
  readonly shocks: Float64Array | null
}

/** Shared factors enter on at most so many points. */
const mostPoints = 32

/**
 * Walks through every scenario at every point of what is shared. All transforms of a year are products, so the derivative of a year by anything in a scenario is
 * that of the scenario's part times the rest; a scenario with one Poisson rate and one law of loss needs no division.
 */
export function* scenariosWithin(
  portfolio: ResolvedPortfolio,
  lattice: Lattice,
  ratePoints: number,
): Generator<ScenarioWithin> {
  const spectra = eventSpectra(lattice)
  const rho = portfolio.source.copula?.rho ?? 0
  for (const point of pointsOf(portfolio)) {
    const parts = portfolio.scenarios.map((scenario) => partOf(scenario, point, rho, ratePoints, spectra, lattice))
    const exponent = new Float64Array(2 * lattice.kept)
    for (const part of parts) if (part.rate !== null) addLessOne(exponent, part.rate, part.losses[0] ?? exponent)
    const averages = averagesOf(portfolio, parts)
    for (const { rate, members } of portfolio.shocks) {
      const struck = members.map((at) => averages.get(at)).reduce<Float64Array | null>(times, null)
      if (struck !== null) addLessOne(exponent, rate * point.factor, struck)
    }
    let year = exponential(exponent)
    for (const part of parts) if (part.rate === null) year = product(year, part.year())
    for (const [at, part] of parts.entries()) {
      const counted = part.counts()
      yield {
        at,
        scenario: part.scenario,
        slopes: part.slopes,
        events: part.events,
        spectra,
        point,
        rest: part.rate === null ? quotient(year, part.year()) : year,
        counted,
        shocks: shocksOn(portfolio, at, point, averages, year),
      }
    }
  }
}

/** The points of everything shared; controls that work wholly or not at all count as each scenario's own. */
function pointsOf(portfolio: ResolvedPortfolio): readonly OuterPoint[] {
  const shared = portfolio.shared.filter(({ source }) => source.onOff !== true)
  return outerPoints({ ...portfolio, shared }, false, mostPoints).points
}

type Part = {
  readonly scenario: ResolvedScenario
  readonly slopes: ScenarioSlopes
  readonly events: readonly EventNode[]
  readonly losses: readonly Float64Array[]
  /** The Poisson rate of a scenario without any mixture. */
  readonly rate: number | null
  readonly year: () => Float64Array
  readonly counts: () => ScenarioWithin['counted']
}

function partOf(
  scenario: ResolvedScenario,
  point: OuterPoint,
  rho: number,
  ratePoints: number,
  of: EventSpectraOf,
  lattice: Lattice,
): Part {
  const slopes = scenarioSlopes(scenario, point, rho, ratePoints)
  const events = eventNodes(slopes)
  const losses = events.map((node) => nodeSpectra(scenario.event, node, of).loss)
  const { nodes } = slopes.counts
  const [only] = nodes
  const isOne =
    nodes.length === 1 && events.length === 1 && only !== undefined && only.law.poissonRates?.values.length === 1
  const one = new Float64Array(2 * lattice.kept).fill(1, 0, lattice.kept)
  const counts = (): ScenarioWithin['counted'] => {
    // Within its own year, which `rest` then still holds.
    if (isOne) return () => ({ law: one, others: one })
    const each = losses.map((loss) =>
      nodes.map(({ law, others }) => {
        const own = new Float64Array(loss.length)
        law.pgf(loss.slice(), own)
        if (others === law) return { law: own, others: own }
        const beside = new Float64Array(loss.length)
        others.pgf(loss.slice(), beside)
        return { law: own, others: beside }
      }),
    )
    return (event, count) => each[event]?.[count] ?? { law: one, others: one }
  }
  const year = () => {
    const counted = counts()
    const sum = new Float64Array(one.length)
    for (const [e, event] of events.entries())
      for (const [q, node] of nodes.entries()) addScaled(sum, event.weight * node.weight, counted(e, q).law)
    return sum
  }
  return {
    scenario,
    slopes,
    events,
    losses,
    rate: isOne ? only.value : null,
    year: isOne ? () => one : kept(year),
    counts,
  }
}

function kept<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

/** The transform of one loss, averaged over what is uncertain, of each member of a shock. */
function averagesOf(portfolio: ResolvedPortfolio, parts: readonly Part[]): ReadonlyMap<number, Float64Array> {
  const members = new Set(portfolio.shocks.flatMap((shock) => shock.members))
  return new Map(
    [...members].flatMap((at) => {
      const part = parts[at]
      if (part === undefined) return []
      const average = new Float64Array(part.losses[0]?.length ?? 0)
      for (const [e, event] of part.events.entries()) addScaled(average, event.weight, part.losses[e] ?? average)
      return [[at, average] as const]
    }),
  )
}

function times(a: Float64Array | null, b: Float64Array | undefined): Float64Array | null {
  if (b === undefined) return a
  return a === null ? b : product(a, b)
}

function shocksOn(
  { shocks }: ResolvedPortfolio,
  at: number,
  point: OuterPoint,
  averages: ReadonlyMap<number, Float64Array>,
  year: Float64Array,
): Float64Array | null {
  let sum: Float64Array | null = null
  for (const { rate, members } of shocks) {
    if (!members.includes(at)) continue
    const others = members.filter((other) => other !== at).map((other) => averages.get(other))
    const struck = others.reduce<Float64Array | null>(times, null)
    sum ??= new Float64Array(year.length)
    if (struck === null) addScaled(sum, rate * point.factor, year)
    else addProduct(sum, rate * point.factor, year, struck)
  }
  return sum
}
