import type { Nodes } from '../frequency/count-law.ts'
import { gaussRule } from './gauss-rule.ts'

/** Gauss–Laguerre rule for the gamma law of this shape and scale, n points: exact for polynomials of degree 2n − 1. */
export function gammaNodes(shape: number, scale: number, n: number): Nodes {
  const index = Array.from({ length: n }, (_, k) => k)
  const { values, weights } = gaussRule(
    index.map((k) => 2 * k + shape),
    index.map((k) => k * (k + shape - 1)),
  )
  return { values: values.map((x) => x * scale), weights }
}
