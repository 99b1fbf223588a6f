import { exp } from './exponential.ts'
import { logGamma } from './log-gamma.ts'
import { log } from './logarithm.ts'

/**
 * P(a, x) = γ(a, x)/Γ(a) and its complement Q, each without cancellation: the power series below a + 1, Lentz's continued fraction
 * above (Press et al., Numerical Recipes, 6.2). Relative error about 1e-14 for a < 1000.
 */
export function gammaLower(a: number, x: number): number {
  if (!(x > 0)) return 0
  return x < a + 1 ? series(a, x) : 1 - fraction(a, x)
}

export function gammaUpper(a: number, x: number): number {
  if (!(x > 0)) return 1
  return x < a + 1 ? 1 - series(a, x) : fraction(a, x)
}

function series(a: number, x: number): number {
  let term = 1 / a
  let sum = term
  for (let k = 1; k < 10_000; k++) {
    term *= x / (a + k)
    sum += term
    if (term < sum * 1e-17) break
  }
  return sum * exp(a * log(x) - x - logGamma(a))
}

function fraction(a: number, x: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  const tiny = 1e-300
  let b = x + 1 - a
  let c = 1 / tiny
  let d = 1 / b
  let h = d
  for (let k = 1; k < 10_000; k++) {
    const factor = -k * (k - a)
    b += 2
    d = factor * d + b
    if (Math.abs(d) < tiny) d = tiny
    c = b + factor / c
    if (Math.abs(c) < tiny) c = tiny
    d = 1 / d
    h *= d * c
    if (Math.abs(d * c - 1) < 1e-16) break
  }
  return h * exp(a * log(x) - x - logGamma(a))
}
