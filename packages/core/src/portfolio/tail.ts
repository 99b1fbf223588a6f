import type { LossCurve } from '../loss/loss-curve.ts'

/** One year in so many costs more: what is written down of a curve. */
export const tailYears = [2, 10, 20, 100] as const
export type TailYears = (typeof tailYears)[number]

/** A distribution of a year's loss in a few figures, minor units. */
export type Tail = {
  readonly sdMinor: number
  /** Probability of a year without any loss. */
  readonly noneProbability: number
  /** What one year in 2, 10, 20, 100 exceeds. */
  readonly exceededMinor: Readonly<Record<TailYears, number>>
}

export function tailOf(curve: LossCurve): Tail {
  const at = (years: TailYears) => curve.quantile(1 - 1 / years)
  return {
    sdMinor: curve.sd,
    noneProbability: curve.pZero,
    exceededMinor: { 2: at(2), 10: at(10), 20: at(20), 100: at(100) },
  }
}
