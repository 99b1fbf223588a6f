import { exp } from './elementary/exponential.ts'
import type { Lognormal } from './lognormal.ts'

/** A lognormal rate as points with weights that add up to 1: what every expectation over it is summed on. */
export type RateNodes = { readonly rates: Float64Array; readonly weights: Float64Array }

const reach = 8.5

/**
 * Trapezoid rule in the standard normal z. E[e^{−kΛ}] converges geometrically on it: e^{−k e^{μ+σz}} is analytic in a strip of
 * half width π/(2σ), so that a step of 0.3/max(1, σ) errs by about e^{−2π·(π/2)/0.3} ≈ 1e-14.
 * (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", 2014.)
 */
export function rateNodes(rate: Lognormal): RateNodes {
  if (rate.sigma === 0) return { rates: Float64Array.of(exp(rate.mu)), weights: Float64Array.of(1) }
  const half = Math.ceil((reach * Math.max(1, rate.sigma)) / 0.3)
  const step = reach / half
  const rates = new Float64Array(2 * half + 1)
  const weights = new Float64Array(2 * half + 1)
  let sum = 0
  for (let i = 0; i < rates.length; i++) {
    const z = (i - half) * step
    rates[i] = exp(rate.mu + rate.sigma * z)
    const weight = exp((-z * z) / 2)
    weights[i] = weight
    sum += weight
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / sum
  return { rates, weights }
}

/**
 * E[e^{−kΛ}], k ≥ 0: the probability that a Poisson count of uncertain rate Λ, each event kept with probability k, stays at zero.
 */
export function probabilityOfNone({ rates, weights }: RateNodes, k: number): number {
  if (!(k > 0)) return 1
  let sum = 0
  for (let i = 0; i < rates.length; i++) sum += (weights[i] ?? 0) * exp(-k * (rates[i] ?? 0))
  return sum
}
