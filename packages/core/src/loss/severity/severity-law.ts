/**
 * The law of the loss of one event, in any one unit of money, as every engine needs it. All functions are exact up to the error of the
 * elementary functions; x may be any number from 0 up.
 */
export type SeverityLaw = {
  readonly mean: number
  /** E[X²]. */
  readonly meanSquare: number
  /** No loss is larger; +∞ where there is no such bound. */
  readonly most: number
  /** Amounts that have a probability of their own. */
  readonly atoms: readonly number[]
  /** P(X > x). */
  readonly survival: (x: number) => number
  /** E[min(X, x)], accurate for small x. */
  readonly limitedMean: (x: number) => number
  /** E[(X − x)⁺], accurate in the tail, where the difference E[X] − E[min(X, x)] loses everything. */
  readonly stopLoss: (x: number) => number
  /** E[X²; X ≤ x]. */
  readonly squareBelow: (x: number) => number
  /** The smallest x with P(X ≤ x) ≥ p, 0 < p < 1. */
  readonly quantile: (p: number) => number
  readonly density: (x: number) => number
  /** Densities at k·step for every so-manieth k from `from` to before `to`: the same as `density`, faster where a law can. */
  readonly densities?: (step: number, from: number, to: number, every: number, out: Float64Array) => void
  /** Where the density has no kink and changes little over a few steps. */
  readonly smooth: (step: number) => readonly Range[]
  /** The law of factor·X, factor above 0. */
  readonly scaled: (factor: number) => SeverityLaw
}

export type Range = { readonly from: number; readonly to: number }

/** E[X; X ≤ x] = E[min(X, x)] − x·P(X > x). */
export function meanBelow(law: SeverityLaw, x: number): number {
  return law.limitedMean(x) - x * law.survival(x)
}
