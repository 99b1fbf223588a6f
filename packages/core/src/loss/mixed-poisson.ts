import { exp } from './elementary/exponential.ts'
import type { Lognormal } from './lognormal.ts'

/** A lognormal rate as points with weights that add up to 1: what every expectation over it is summed on. */
export type RateNodes = { readonly rates: Float64Array; readonly weights: Float64Array }

/** Standard deviations on either side that weigh all but 1e-17 of a normal law. */
const reach = 8.5
/** E[Λ²] = ∫ e^{2(μ+σz)}φ(z) dz is the weight of a normal law around 2σ: this many beyond it leave out 4e-11 of it. */
const beyondSecondMoment = 6.5

/**
 * Trapezoid rule in the standard normal z. E[e^{−kΛ}] converges geometrically on it: e^{−k e^{μ+σz}} is analytic in a strip of
 * half width π/(2σ), so that a step of 0.3/max(1, σ) errs by about e^{−2π·(π/2)/0.3} ≈ 1e-14. It reaches as far up as the second moment of the
 * rate needs. (Trefethen and Weideman, "The exponentially convergent trapezoidal rule", 2014.)
 */
export function rateNodes(rate: Lognormal): RateNodes {
  const { mu, sigma } = rate
  if (sigma === 0) return { rates: Float64Array.of(exp(mu)), weights: Float64Array.of(1) }
  const below = Math.ceil((reach * Math.max(1, sigma)) / 0.3)
  const above = Math.max(below, Math.ceil((below * (2 * sigma + beyondSecondMoment)) / reach))
  const { points, weights } = normalPoints(below, above)
  return { rates: points.map((z) => exp(mu + sigma * z)), weights }
}

type NormalPoints = { readonly points: Float64Array; readonly weights: Float64Array }
const known = new Map<string, NormalPoints>()

/** The rule itself: one for each number of points on either side, shared by all rates that use it. */
function normalPoints(below: number, above: number): NormalPoints {
  const key = `${below} ${above}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const step = reach / below
  const points = Float64Array.from({ length: below + above + 1 }, (_, i) => (i - below) * step)
  const raw = points.map((z) => exp((-z * z) / 2))
  const sum = raw.reduce((total, weight) => total + weight, 0)
  const made = { points, weights: raw.map((weight) => weight / sum) }
  known.set(key, made)
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
