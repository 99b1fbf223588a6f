/** The distribution of a year's loss, whichever engine made it. */
export type LossCurve = {
  readonly mean: number
  readonly sd: number
  /** P(S = 0). */
  readonly pZero: number
  /** P(S ≤ x). */
  readonly cdf: (x: number) => number
  /** Value at risk: inf{x : P(S ≤ x) ≥ p}, 0 < p < 1. */
  readonly quantile: (p: number) => number
  /** E[(S − x)⁺]. */
  readonly stopLoss: (x: number) => number
}

/** P(S > x): the loss exceedance curve. */
export function exceedance(curve: LossCurve, x: number): number {
  return Math.max(0, 1 - curve.cdf(x))
}

/** Tail value at risk: the mean of the worst 1 − p of probability, VaR + E[(S − VaR)⁺]/(1 − p). */
export function tailValueAtRisk(curve: LossCurve, p: number): number {
  const q = curve.quantile(p)
  return q + curve.stopLoss(q) / (1 - p)
}
