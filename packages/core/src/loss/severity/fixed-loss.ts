import type { SeverityLaw } from './severity-law.ts'

/** A loss that is always the same amount. Exact. */
export function fixedLoss(value: number): SeverityLaw {
  return {
    mean: value,
    meanSquare: value * value,
    most: value,
    atoms: value > 0 ? [value] : [],
    survival: (x) => (x < value ? 1 : 0),
    limitedMean: (x) => Math.min(x, value),
    stopLoss: (x) => Math.max(0, value - x),
    squareBelow: (x) => (x < value ? 0 : value * value),
    quantile: () => value,
    density: () => 0,
    smooth: () => [],
    scaled: (factor) => fixedLoss(value * factor),
  }
}
