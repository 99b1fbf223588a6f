import type { Nodes } from '../frequency/count-law.ts'
import { gaussRule } from './gauss-rule.ts'

/** Gauss–Jacobi rule for min + (max − min)·Beta(alpha, beta), n points: exact for polynomials of degree 2n − 1. Uniform: alpha = beta = 1. */
export function betaNodes(alpha: number, beta: number, min: number, max: number, n: number): Nodes {
  const a = beta - 1
  const b = alpha - 1
  const index = Array.from({ length: n }, (_, k) => k)
  const centre = index.map((k) =>
    k === 0 ? (b - a) / (a + b + 2) : (b * b - a * a) / ((2 * k + a + b) * (2 * k + a + b + 2)),
  )
  const spread = index.map((k) => {
    const s = 2 * k + a + b
    if (k === 1) return (4 * (1 + a) * (1 + b)) / (s * s * (s + 1))
    return (4 * k * (k + a) * (k + b) * (k + a + b)) / (s * s * (s + 1) * (s - 1))
  })
  const { values, weights } = gaussRule(centre, spread)
  return { values: values.map((t) => min + ((max - min) * (1 + t)) / 2), weights }
}
