import { log } from '../../elementary/logarithm.ts'
import type { CountLaw, Nodes } from '../../frequency/count-law.ts'
import { poissonCount } from '../../frequency/poisson-count.ts'
import { reduceRates } from '../../frequency/rate-nodes.ts'
import { productNodes } from '../../quadrature/reduce-nodes.ts'
import { type EffectSlopes, type LinkSlopes, onNodes } from './effect-slopes.ts'
import { distinct } from './interpolation.ts'

/** One law of a scenario's count, given the value of what is uncertain: a Poisson rate, or the share of events that controls leave. */
export type CountNode = {
  readonly weight: number
  readonly value: number
  readonly law: CountLaw
  /** ∂P/∂value = perValue·P_others(z)·(z − 1), and ∂P/∂z = value·perValue·P_others(z). */
  readonly others: CountLaw
  readonly perValue: number
}

export type CountSlopes = { readonly nodes: readonly CountNode[]; readonly links: readonly LinkSlopes[] }

/**
 * The count on few laws, and how each frequency control moves them.
 * @param points for an uncertain rate together with uncertain controls
 */
export function countSlopes(count: CountLaw, keep: EffectSlopes, points: number): CountSlopes {
  const rates = count.poissonRates
  if (rates === null) {
    const others = count.others()
    const nodes = Array.from(keep.nodes.values, (value, q): CountNode => {
      const weight = keep.nodes.weights[q] ?? 0
      return { weight, value, law: count.thinned(value), others: others.thinned(value), perValue: count.mean }
    })
    return { nodes, links: keep.links }
  }
  const joint = reduceRates(distinct(productNodes(rates, keep.nodes)), points)
  const nodes = Array.from(joint.values, (value, q): CountNode => {
    const law = poissonCount(value)
    return { weight: joint.weights[q] ?? 0, value, law, others: law, perValue: 1 }
  })
  const cross = crossing(rates, keep.nodes, joint)
  return {
    nodes,
    links: keep.links.map(({ at, slopes, shifts }) => {
      return { at, slopes: cross(slopes, (rate) => rate), shifts: cross(shifts, () => 1) }
    }),
  }
}

/** A measure on what is kept, crossed with the rates, as one on the joint nodes; interpolated in the logarithm of the rate. */
function crossing(rates: Nodes, keep: Nodes, joint: Nodes) {
  const isPositive = joint.values.every((value) => value > 0)
  const place = (rate: number) => (isPositive ? log(Math.max(rate, 1e-300)) : rate)
  const at: Nodes = { values: joint.values.map(place), weights: joint.weights }
  const values = productNodes(rates, keep).values.map(place)
  return (measure: Float64Array, factor: (rate: number) => number): Float64Array => {
    const crossed = new Float64Array(values.length)
    let n = 0
    rates.values.forEach((rate, i) => {
      for (const amount of measure) crossed[n++] = (rates.weights[i] ?? 0) * factor(rate) * amount
    })
    return onNodes(values, crossed, at)
  }
}
