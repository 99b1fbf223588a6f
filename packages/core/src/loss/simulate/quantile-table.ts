import { meanBelow, type SeverityLaw } from '../severity/severity-law.ts'
import { mixedOnce } from './random-stream.ts'

/** Made by `quantileTable`, for `drawFromTable`. */
export type QuantileTable = Float64Array

export const cells = 512
/** A law without a bound needs its tail resolved; a bounded one does not. */
export const tailLevels = 4

/**
 * Draws from a continuous law by its quantile function on 512 linear cells, the topmost cell divided again three times over: resolved to
 * 2⁻³⁶. Every cell has its exact mean, so a mean has no bias; a quantile errs by about 1e-5 of itself.
 */
export function quantileTable(law: SeverityLaw): QuantileTable {
  const levels = law.most < Number.POSITIVE_INFINITY ? 1 : tailLevels
  // The mean of each cell and, beside it, its slope over the cell.
  const table = new Float64Array(2 * cells * levels)
  let start = 0
  let width = 1
  for (let level = 0; level < levels; level++) {
    const last = level === levels - 1
    let low = start > 0 ? law.quantile(start) : law.quantile(1e-12)
    for (let cell = 0; cell < cells; cell++) {
      const end = start + ((cell + 1) / cells) * width
      const isTop = last && cell === cells - 1
      const high = isTop ? law.most : law.quantile(Math.min(end, 1 - 2 ** -52))
      const chance = width / cells
      const mass = isTop || high === Number.POSITIVE_INFINITY ? tailMass(law, low) : massBetween(law, low, high)
      const mean = mass / chance
      const at = 2 * (level * cells + cell)
      table[at] = Number.isFinite(mean) ? mean : low
      table[at + 1] = Number.isFinite(high) ? 2 * Math.max(0, Math.min(high - mean, mean - low)) : 0
      low = high
    }
    start += width * (1 - 1 / cells)
    width /= cells
  }
  return table
}

/** The value at u·2³², a whole number from 0 to 2³² − 1. */
export function drawFromTable(table: QuantileTable, place: number): number {
  let rest = place | 0
  let cell = rest >>> 23
  let at = 0
  while (cell === cells - 1 && at + 2 * cells < table.length) {
    rest <<= 9
    cell = rest >>> 23
    at += 2 * cells
  }
  const within = ((rest & 0x7fffff) + 0.5) / 0x800000 - 0.5
  at += 2 * cell
  return (table[at] ?? 0) + within * (table[at + 1] ?? 0)
}

/** A value for each place, drawn under a key that is mixed for them. */
export function fillFromTable(table: QuantileTable, key: number, out: Float64Array): void {
  for (let at = 0; at < out.length; at++) out[at] = drawFromTable(table, mixedOnce(key, at))
}

// E[X; low < X ≤ high], by what keeps its digits on this side of the mean.
function massBetween(law: SeverityLaw, low: number, high: number): number {
  if (high <= law.mean) return meanBelow(law, high) - meanBelow(law, low)
  return tailMass(law, low) - tailMass(law, high)
}

function tailMass(law: SeverityLaw, x: number): number {
  return law.stopLoss(x) + x * law.survival(x)
}
