import type { Nodes } from '../frequency/count-law.ts'
import { gaussRule } from './gauss-rule.ts'

/**
 * The Gauss rule of n points for a law on many: same moments up to degree 2n − 1. Recurrence by the Stieltjes procedure (Gautschi 2004, 2.2.3.1), stable for
 * n far below the number of points. A law on n points or fewer comes back as it is.
 */
export function reduceNodes(nodes: Nodes, n: number): Nodes {
  const { values, weights } = nodes
  if (values.length <= n) return nodes
  const a: number[] = []
  const b: number[] = []
  let before = new Float64Array(values.length)
  let now = new Float64Array(values.length).fill(1)
  let normBefore = 1
  for (let k = 0; k < n; k++) {
    let norm = 0
    let centre = 0
    for (let i = 0; i < values.length; i++) {
      const square = (weights[i] ?? 0) * (now[i] ?? 0) * (now[i] ?? 0)
      norm += square
      centre += square * (values[i] ?? 0)
    }
    // What is left of the law is rounding: it sits on k points.
    if (!(norm > 1e-26 * normBefore)) break
    a.push(centre / norm)
    b.push(k === 0 ? 1 : norm / normBefore)
    const next = new Float64Array(values.length)
    for (let i = 0; i < values.length; i++)
      next[i] = ((values[i] ?? 0) - (a[k] ?? 0)) * (now[i] ?? 0) - (k === 0 ? 0 : (b[k] ?? 0)) * (before[i] ?? 0)
    before = now
    now = next
    normBefore = norm
  }
  return gaussRule(a, b)
}

/** The law of a product of two independent factors. */
export function productNodes(one: Nodes, other: Nodes): Nodes {
  const values = new Float64Array(one.values.length * other.values.length)
  const weights = new Float64Array(values.length)
  let at = 0
  for (let i = 0; i < one.values.length; i++)
    for (let j = 0; j < other.values.length; j++) {
      values[at] = (one.values[i] ?? 0) * (other.values[j] ?? 0)
      weights[at++] = (one.weights[i] ?? 0) * (other.weights[j] ?? 0)
    }
  return { values, weights }
}

/** A value that is certain. */
export function certainly(value: number): Nodes {
  return { values: Float64Array.of(value), weights: Float64Array.of(1) }
}

export function meanOf({ values, weights }: Nodes): number {
  return values.reduce((sum, value, i) => sum + (weights[i] ?? 0) * value, 0)
}
