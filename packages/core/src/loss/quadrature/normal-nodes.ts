import type { Nodes } from '../frequency/count-law.ts'
import { gaussRule } from './gauss-rule.ts'

/** Gauss–Hermite rule for the standard normal law, n points: exact for polynomials of degree 2n − 1. */
export function normalNodes(n: number): Nodes {
  const index = Array.from({ length: n }, (_, k) => k)
  return gaussRule(
    index.map(() => 0),
    index,
  )
}
