import type { Lognormal } from './lognormal.ts'

const reach = 8.5

/**
 * E[e^{−kΛ}] for a lognormal Λ, k ≥ 0: the probability that a Poisson count of uncertain rate Λ, each event kept with
 * probability k, stays at zero. The trapezoid rule in the standard normal converges geometrically here: e^{−k e^{μ+σz}} is
 * analytic in a strip of half width π/(2σ), so a step of 0.3/max(1, σ) errs by about e^{−2π·(π/2)/0.3} ≈ 1e-14.
 * (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", 2014.)
 */
export function probabilityOfNone(rate: Lognormal, k: number): number {
  if (!(k > 0)) return 1
  if (rate.sigma === 0) return Math.exp(-k * Math.exp(rate.mu))
  const half = Math.ceil((reach * Math.max(1, rate.sigma)) / 0.3)
  const step = reach / half
  let weights = 0
  let sum = 0
  for (let i = -half; i <= half; i++) {
    const z = i * step
    const weight = Math.exp((-z * z) / 2)
    weights += weight
    sum += weight * Math.exp(-k * Math.exp(rate.mu + rate.sigma * z))
  }
  return sum / weights
}
