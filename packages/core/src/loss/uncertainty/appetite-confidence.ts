import { log } from '../elementary/logarithm.ts'
import type { LossBand } from './loss-band.ts'

/** A year may cost more than the amount with at most the probability. */
export type AppetitePoint = { readonly amount: number; readonly probability: number }

export type AppetiteConfidence = {
  /** For each point of the appetite the share of what is thought possible for which it is kept. */
  readonly each: readonly number[]
  /** The share for which the mean is kept. */
  readonly mean: number
  /** The share for which all of them are. */
  readonly all: number
}

/**
 * How sure one can be that an appetite is kept, given all that is not known: the share of the band's points for which P(S > amount) ≤ probability. Between the band's amounts
 * the curves are taken as straight over ln amount.
 * @param mostMean the mean that a year may have
 */
export function appetiteConfidence(
  { amounts, curves, means }: Pick<LossBand, 'amounts' | 'curves' | 'means'>,
  points: readonly AppetitePoint[],
  mostMean = Number.POSITIVE_INFINITY,
): AppetiteConfidence {
  const kept = curves.map((curve, at) => ({
    each: points.map(({ amount, probability }) => exceedanceAt(amounts, curve, amount) <= probability),
    mean: (means[at] ?? 0) <= mostMean,
  }))
  type Kept = (typeof kept)[number]
  const share = (isKept: (one: Kept) => boolean) => kept.filter(isKept).length / Math.max(1, kept.length)
  return {
    each: points.map((_, k) => share(({ each }) => each[k] === true)),
    mean: share(({ mean }) => mean),
    all: share(({ each, mean }) => mean && each.every(Boolean)),
  }
}

function exceedanceAt(amounts: Float64Array, curve: Float64Array, amount: number): number {
  const above = amounts.findIndex((one) => one >= amount)
  if (above === -1) return curve.at(-1) ?? 0
  const [x0, x1] = [amounts[above - 1], amounts[above]]
  if (x0 === undefined || x1 === undefined || x1 === amount) return curve[above] ?? 0
  const share = x0 > 0 ? log(amount / x0) / log(x1 / x0) : (amount - x0) / (x1 - x0)
  return (curve[above - 1] ?? 0) * (1 - share) + (curve[above] ?? 0) * share
}
