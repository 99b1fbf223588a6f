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
  const { points, weights } = normalPoints(Math.ceil((reach * Math.max(1, rate.sigma)) / 0.3))
  return { rates: points.map((z) => exp(rate.mu + rate.sigma * z)), weights }
}

type NormalPoints = { readonly points: Float64Array; readonly weights: Float64Array }
const known = new Map<number, NormalPoints>()

/** The rule itself: one for each number of points on a side, shared by all rates that use it. */
function normalPoints(half: number): NormalPoints {
  const kept = known.get(half)
  if (kept !== undefined) return kept
  const step = reach / half
  const points = Float64Array.from({ length: 2 * half + 1 }, (_, i) => (i - half) * step)
  const raw = points.map((z) => exp((-z * z) / 2))
  const sum = raw.reduce((total, weight) => total + weight, 0)
  const made = { points, weights: raw.map((weight) => weight / sum) }
  known.set(half, made)
  return made
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
