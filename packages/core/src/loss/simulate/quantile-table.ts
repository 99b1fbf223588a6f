import { meanBelow, type SeverityLaw } from '../severity/severity-law.ts'

const cells = 512
const levels = 4

/**
 * Draws from a continuous law by its quantile function on 512 linear cells, the topmost cell divided again three times over: resolved to
 * 2⁻³⁶. Every cell has its exact mean, so a mean has no bias; a quantile errs by about 1e-5 of itself.
 */
export function quantileTable(law: SeverityLaw): (u: number) => number {
  const means = new Float64Array(cells * levels)
  const slopes = new Float64Array(cells * levels)
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
      const at = level * cells + cell
      means[at] = Number.isFinite(mean) ? mean : low
      slopes[at] = Number.isFinite(high) ? 2 * Math.max(0, Math.min(high - mean, mean - low)) : 0
      low = high
    }
    start += width * (1 - 1 / cells)
    width /= cells
  }
  return (u) => {
    let x = u * cells
    let at = 0
    let cell = Math.floor(x)
    while (cell === cells - 1 && at < cells * (levels - 1)) {
      x = (x - cell) * cells
      cell = Math.floor(x)
      at += cells
    }
    return (means[at + cell] ?? 0) + (x - cell - 0.5) * (slopes[at + cell] ?? 0)
  }
}

// E[X; low < X ≤ high], by what keeps its digits on this side of the mean.
function massBetween(law: SeverityLaw, low: number, high: number): number {
  if (high <= law.mean) return meanBelow(law, high) - meanBelow(law, low)
  return tailMass(law, low) - tailMass(law, high)
}

function tailMass(law: SeverityLaw, x: number): number {
  return law.stopLoss(x) + x * law.survival(x)
}
