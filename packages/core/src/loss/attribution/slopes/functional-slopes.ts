import type { Lattice } from '../../exact/lattice.ts'
import type { ResolvedPortfolio } from '../../model/resolve-portfolio.ts'
import { addProduct, addScaled, lessOne, paired, pairedAlone, product, weightsOnSpectrum } from './complex-spectra.ts'
import { containedSlope, nodeSpectra, scaleSlope } from './event-slopes.ts'
import type { ScenarioSlopes } from './scenario-slopes.ts'
import { type ScenarioWithin, scenariosWithin } from './year-spectra.ts'

/** How a number moves with a portfolio's inputs. */
export type InputSlopes = {
  /** By scenario: by its yearly rate (its mean count before controls), all of an uncertain rate in proportion. */
  readonly rates: Float64Array
  /** By scenario and link: by the assurance of the link's control, as if it served this link alone. */
  readonly links: readonly Float64Array[]
}

export function noSlopes({ scenarios }: ResolvedPortfolio): InputSlopes {
  return {
    rates: new Float64Array(scenarios.length),
    links: scenarios.map(({ links }) => new Float64Array(links.length)),
  }
}

/**
 * Slopes of Σ_k w_k·P(S = kh), a sum over the masses of a year's loss on a lattice: one inner product for each input with the transform of the year without the scenario (Parseval),
 * so all of them cost about two prices. Error: that of the lattice, O(h²), and of the points for what is uncertain, about 1e-4 of a slope.
 */
export function functionalSlopes(
  portfolio: ResolvedPortfolio,
  lattice: Lattice,
  weights: Float64Array,
  ratePoints: number,
): InputSlopes {
  const slopes = noSlopes(portfolio)
  const on = weightsOnSpectrum(weights, lattice)
  for (const within of scenariosWithin(portfolio, lattice, ratePoints)) {
    const { at, point } = within
    const [rate, links] = scenarioPart(within, on)
    slopes.rates[at] = (slopes.rates[at] ?? 0) + point.weight * rate
    const into = slopes.links[at]
    if (into !== undefined) addScaled(into, point.weight, links)
  }
  return slopes
}

function scenarioPart(within: ScenarioWithin, on: Float64Array): readonly [number, Float64Array] {
  const { scenario, slopes, events, spectra } = within
  const { nodes } = slopes.counts
  const byCount = new Float64Array(nodes.length)
  const countValue = new Float64Array(nodes.length)
  const needsValues = scenario.links.some(({ control }) => control.source.onOff === true)
  const byEvent = events.map((event, e) => {
    const beside = lessOne(nodeSpectra(scenario.event, event, spectra).loss)
    nodes.forEach((node, q) => {
      const { law, others } = within.counted(e, q)
      const left = product(within.rest, others)
      byCount[q] = (byCount[q] ?? 0) + event.weight * node.perValue * paired(on, left, beside)
      if (needsValues) countValue[q] = (countValue[q] ?? 0) + event.weight * paired(on, within.rest, law)
    })
    const struck = eventFactor(within, e)
    const contained = containedSlope(scenario.event, event, spectra)
    return {
      value: needsValues ? pairedAlone(on, yearAt(within, e)) : 0,
      scale: slopes.scale.links.length === 0 ? 0 : paired(on, struck, scaleSlope(scenario.event, event, spectra)),
      contained: contained === null ? 0 : paired(on, struck, contained),
    }
  })
  const rate = nodes.reduce((sum, { weight, value }, q) => sum + weight * value * (byCount[q] ?? 0), 0)
  const links = new Float64Array(scenario.links.length)
  for (const link of slopes.counts.links) links[link.at] = inner(link.slopes, byCount) + inner(link.shifts, countValue)
  linkEffects(slopes, events, byEvent, links)
  return [scenario.count.mean > 0 ? rate / scenario.count.mean : 0, links]
}

/** What the transform of one event's loss is multiplied with in the derivative of a year by it: E[N]·others·rest, and the shocks. */
export function eventFactor({ rest, slopes, counted, shocks }: ScenarioWithin, e: number): Float64Array {
  const others = new Float64Array(rest.length)
  for (const [q, { weight, value, perValue }] of slopes.counts.nodes.entries())
    addScaled(others, weight * value * perValue, counted(e, q).others)
  const out = new Float64Array(rest.length)
  addProduct(out, 1, rest, others)
  if (shocks !== null) addScaled(out, 1, shocks)
  return out
}

/** The year at one event node, as far as it depends on it. */
function yearAt({ rest, slopes, counted, shocks, events, scenario, spectra }: ScenarioWithin, e: number): Float64Array {
  const own = new Float64Array(rest.length)
  for (const [q, { weight }] of slopes.counts.nodes.entries()) addScaled(own, weight, counted(e, q).law)
  const out = product(rest, own)
  const event = events[e]
  if (shocks !== null && event !== undefined)
    addProduct(out, 1, shocks, nodeSpectra(scenario.event, event, spectra).loss)
  return out
}

type ByEvent = { readonly value: number; readonly scale: number; readonly contained: number }

/** Adds the slopes of controls that act on the loss of an event: averages over what they leave apart from each one's own effect. */
function linkEffects(
  { scale, missed, unanswered }: ScenarioSlopes,
  events: ScenarioWithin['events'],
  byEvent: readonly ByEvent[],
  into: Float64Array,
): void {
  const effects = [scale, missed, unanswered]
  effects.forEach(({ nodes, links }, place) => {
    if (links.length === 0) return
    const slope = new Float64Array(nodes.values.length)
    const value = new Float64Array(nodes.values.length)
    events.forEach((event, e) => {
      const own = event.at[place as 0 | 1 | 2]
      // The weight of the other effects' nodes.
      const weight = effects.reduce(
        (product, other, k) => (k === place ? product : product * (other.nodes.weights[event.at[k as 0 | 1 | 2]] ?? 0)),
        1,
      )
      const { value: v, scale: s, contained } = byEvent[e] ?? { value: 0, scale: 0, contained: 0 }
      // What is missed less is detected more.
      const slopeHere = place === 0 ? s : -contained * (place === 1 ? event.byMissed : event.detected)
      slope[own] = (slope[own] ?? 0) + weight * slopeHere
      value[own] = (value[own] ?? 0) + weight * v
    })
    for (const link of links) into[link.at] = inner(link.slopes, slope) + inner(link.shifts, value)
  })
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0)
  return sum
}
