import { powerOfTwo } from './power-of-two.ts'

// ln 2 in two parts: k times the first is exact for every k that can occur.
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/**
 * eˣ from + − × ÷ alone, so that every machine gives the same bits (Math.exp differs between engines).
 * Reduction by multiples of ln 2 in two parts and the Remez approximation of r·coth(r/2) used in fdlibm's e_exp.c (Sun
 * Microsystems, 1993). Error below 1 unit in the last place; +∞ above 709.78, 0 below −745.13, NaN for NaN.
 */
export function exp(x: number): number {
  if (!(x > -745.2)) return x <= -745.2 ? 0 : Number.NaN
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY
  const k = Math.floor(x * Math.LOG2E + 0.5)
  const high = x - k * ln2High
  const low = k * ln2Low
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 +
            t * (6.613756321437934e-5 + t * (-1.6533902205465252e-6 + t * 4.1381367970572385e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  if (k > 1023) return y * 2 * powerOfTwo(k - 1)
  return k < -1021 ? y * powerOfTwo(k + 100) * powerOfTwo(-100) : y * powerOfTwo(k)
}

/**
 * eˣ − 1 without loss near 0: the Taylor series for |x| ≤ 0.7, eˣ − 1 beyond.
 * Error about 2 units in the last place.
 */
export function expm1(x: number): number {
  if (x > 0.7 || x < -0.7) return exp(x) - 1
  // The Taylor series needs no logarithm and no cancellation this close to 0.
  let term = x
  let sum = x
  for (let k = 2; k < 24; k++) {
    term *= x / k
    sum += term
    if (Math.abs(term) < 1e-18 * Math.abs(sum)) break
  }
  return sum
}
