import { exp } from './exponential.ts'
import { logGamma } from './log-gamma.ts'
import { log, log1p } from './logarithm.ts'

/**
 * I_x(a, b), the regularised incomplete beta function, by Lentz's continued fraction on the side where it converges fast (Press et al.,
 * Numerical Recipes, 6.4). Relative error about 1e-14 for a, b < 100; 0 and 1 outside [0, 1].
 */
export function betaLower(a: number, b: number, x: number): number {
  if (!(x > 0)) return 0
  if (x >= 1) return 1
  const front = exp(a * log(x) + b * log1p(-x) - logBeta(a, b))
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, 1 - x)) / b
}

let lastA = Number.NaN
let lastB = Number.NaN
let last = Number.NaN

/** ln B(a, b); the last one is kept, since a law asks for the same again and again. */
export function logBeta(a: number, b: number): number {
  if (a === lastA && b === lastB) return last
  lastA = a
  lastB = b
  last = logGamma(a) + logGamma(b) - logGamma(a + b)
  return last
}

function fraction(a: number, b: number, x: number): number {
  const tiny = 1e-300
  const away = (value: number) => (Math.abs(value) < tiny ? tiny : value)
  let c = 1
  let d = 1 / away(1 - ((a + b) * x) / (a + 1))
  let h = d
  for (let k = 1; k < 1_000; k++) {
    const even = (k * (b - k) * x) / ((a + 2 * k - 1) * (a + 2 * k))
    d = 1 / away(1 + even * d)
    c = away(1 + even / c)
    h *= d * c
    const odd = (-(a + k) * (a + b + k) * x) / ((a + 2 * k) * (a + 2 * k + 1))
    d = 1 / away(1 + odd * d)
    c = away(1 + odd / c)
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h
}
