import { exp } from '../elementary/exponential.ts'
import { normalCdf, normalQuantile } from '../normal.ts'
import { cells, type QuantileTable, tailLevels } from './quantile-table.ts'

let knots: Float64Array | null = null

/** Standard normal quantiles at the ends of all cells: the same for every lognormal. */
function normalKnots(): Float64Array {
  if (knots !== null) return knots
  const made = new Float64Array(tailLevels * (cells + 1))
  let start = 0
  let width = 1
  for (let level = 0; level < tailLevels; level++) {
    for (let cell = 0; cell <= cells; cell++)
      made[level * (cells + 1) + cell] = -normalQuantile(1 - start - (cell / cells) * width)
    start += width * (1 - 1 / cells)
    width /= cells
  }
  knots = made
  return made
}

/**
 * What `quantileTable` gives for a lognormal, faster: one exponential and one Φ a knot. E[X; a < X ≤ b] = e^{μ+σ²/2}(Φ(z_b − σ) − Φ(z_a − σ)), by upper tails
 * so that the tail keeps its digits.
 */
export function lognormalTable(mu: number, sigma: number): QuantileTable {
  const z = normalKnots()
  const mean = exp(mu + (sigma * sigma) / 2)
  const table = new Float64Array(2 * cells * tailLevels)
  let chance = 1 / cells
  for (let level = 0; level < tailLevels; level++) {
    const base = level * (cells + 1)
    let low = exp(mu + sigma * (z[base] ?? 0))
    let above = normalCdf(sigma - (z[base] ?? 0))
    for (let cell = 0; cell < cells; cell++) {
      const end = z[base + cell + 1] ?? 0
      const high = exp(mu + sigma * end)
      const next = normalCdf(sigma - end)
      const middle = (mean * (above - next)) / chance
      const at = 2 * (level * cells + cell)
      table[at] = middle
      table[at + 1] = high < Number.POSITIVE_INFINITY ? 2 * Math.max(0, Math.min(high - middle, middle - low)) : 0
      low = high
      above = next
    }
    chance /= cells
  }
  return table
}
