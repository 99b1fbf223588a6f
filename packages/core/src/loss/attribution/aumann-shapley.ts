import type { Nodes } from '../frequency/count-law.ts'
import { betaNodes } from '../quadrature/beta-nodes.ts'

/**
 * Aumann–Shapley shares of a function of many parts a: a_j ∫₀¹ ∂v/∂a_j(t·a) dt, by Gauss–Legendre in t. They add up to v(a) − v(0) within the error of the rule (about
 * 1e-6 of it with eight points for smooth v). Calls `gradient` once a point.
 */
export function aumannShapleyShares(
  parts: readonly number[],
  gradient: (at: readonly number[]) => readonly number[],
  points = 8,
): Float64Array {
  const { values, weights }: Nodes = betaNodes(1, 1, 0, 1, points)
  const shares = new Float64Array(parts.length)
  values.forEach((t, q) => {
    const slopes = gradient(parts.map((part) => t * part))
    parts.forEach((part, j) => {
      shares[j] = (shares[j] ?? 0) + (weights[q] ?? 0) * part * (slopes[j] ?? 0)
    })
  })
  return shares
}
