import { exceedance, type LossCurve, tailValueAtRisk } from '@sinew/core/loss/loss-curve.ts'
import { type LossState, lossStates } from '@sinew/core/loss/loss-state.ts'
import type { AppetitePoint, CurvePoints } from '../ui/chart/loss-curve-points.ts'
import type { PricedYear } from './live-portfolio.ts'
import { sampleCurve } from './sample-curve.ts'

/** The years that are read: 1 in 2, 5, 10, 20, 100, 200. */
export const yearLevels = [2, 5, 10, 20, 100, 200] as const
export type YearLevel = (typeof yearLevels)[number]

/** What one year in `years` exceeds, and the mean of those years; minor units. */
export type LevelFigures = {
  readonly years: YearLevel
  readonly exceededMinor: number
  readonly meanBeyondMinor: number
}

/** A point of the appetite: how likely a year costs more than its amount, and what a year exceeds with its probability. */
export type LimitFigures = AppetitePoint & { readonly exceeds: number; readonly exceededMinor: number }

/** One state's year as plain figures: drawn, read, sent from a worker. Amounts in minor units. */
export type SampledState = {
  readonly meanMinor: number
  readonly sdMinor: number
  /** Probability of a year without any loss. */
  readonly none: number
  readonly points: CurvePoints
  readonly levels: readonly LevelFigures[]
  /** The curve at each point of the appetite, in its order. */
  readonly limits: readonly LimitFigures[]
}

export type SampledYear = Readonly<Record<LossState, SampledState>>

/**
 * The same figures of a year, whichever engine priced it and wherever: in the page while something is dragged, in the worker once it rests.
 * @param limits points of the appetite
 * @param before the last figures, taken over for curves that are the same object
 */
export function sampleYear(
  year: PricedYear,
  limits: readonly AppetitePoint[],
  before?: { readonly year: PricedYear; readonly sampled: SampledYear },
): SampledYear {
  const one = (state: LossState) =>
    before?.year[state] === year[state] ? before.sampled[state] : sampleState(year[state], limits)
  const [inherent, claimed, proven, target] = lossStates.map(one) as [
    SampledState,
    SampledState,
    SampledState,
    SampledState,
  ]
  return { inherent, claimed, proven, target }
}

export function sampleState(curve: LossCurve, limits: readonly AppetitePoint[]): SampledState {
  return {
    meanMinor: curve.mean,
    sdMinor: curve.sd,
    none: curve.pZero,
    points: sampleCurve(curve),
    levels: yearLevels.map((years) => ({
      years,
      exceededMinor: curve.quantile(1 - 1 / years),
      meanBeyondMinor: tailValueAtRisk(curve, 1 - 1 / years),
    })),
    limits: limits.map((limit) => ({
      ...limit,
      exceeds: exceedance(curve, limit.amountMinor),
      exceededMinor: curve.quantile(1 - limit.probability),
    })),
  }
}

export function levelOf(state: SampledState, years: YearLevel): LevelFigures {
  const found = state.levels.find((one) => one.years === years)
  if (found === undefined) throw new Error(`There is no level of 1 year in ${years}.`)
  return found
}
