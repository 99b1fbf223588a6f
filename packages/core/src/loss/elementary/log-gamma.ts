import { log } from './logarithm.ts'

const halfLogTwoPi = 0.9189385332046728

/**
 * ln Γ(x), x > 0: Stirling's series at x + n ≥ 12, then down by the recurrence. Relative error about 1e-15 away from the zeros at
 * 1 and 2, absolute there. (Abramowitz and Stegun 6.1.40.) NaN for x ≤ 0.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN
  let product = 1
  let y = x
  while (y < 12) {
    product *= y
    y += 1
  }
  const z = 1 / (y * y)
  const series =
    (1 / 12 - z * (1 / 360 - z * (1 / 1260 - z * (1 / 1680 - z * (1 / 1188 - z * (691 / 360360 - z / 156)))))) / y
  return (y - 0.5) * log(y) - y + halfLogTwoPi + series - log(product)
}
