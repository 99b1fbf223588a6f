import type { SeverityLaw } from './severity-law.ts'

/** Every amount from min to max is as likely as any other; 0 ≤ min < max. Exact. */
export function uniformLoss(min: number, max: number): SeverityLaw {
  const width = max - min
  const within = (x: number) => Math.min(max, Math.max(min, x))
  return {
    mean: (min + max) / 2,
    meanSquare: (min * min + min * max + max * max) / 3,
    most: max,
    atoms: [],
    survival: (x) => (max - within(x)) / width,
    limitedMean: (x) => (x <= min ? x : min + (within(x) - min) * (1 - (within(x) - min) / (2 * width))),
    stopLoss: (x) => (x <= min ? (min + max) / 2 - x : ((max - within(x)) * (max - within(x))) / (2 * width)),
    squareBelow: (x) => (within(x) * within(x) * within(x) - min * min * min) / (3 * width),
    quantile: (p) => min + p * width,
    density: (x) => (x >= min && x <= max ? 1 / width : 0),
    smooth: (step) => [{ from: min + step, to: max - step }],
    scaled: (factor) => uniformLoss(min * factor, max * factor),
  }
}
