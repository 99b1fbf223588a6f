import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import { exceedance, type LossCurve } from '../loss/loss-curve.ts'

/** A year's loss in a few figures, minor units, and against the appetite. */
export type YearFigures = {
  readonly meanMinor: number
  /** What one year in 10, 20, 100 exceeds. */
  readonly oneInTenMinor: number
  readonly oneInTwentyMinor: number
  readonly oneInHundredMinor: number
}

export function yearFigures(curve: LossCurve): YearFigures {
  return {
    meanMinor: curve.mean,
    oneInTenMinor: curve.quantile(0.9),
    oneInTwentyMinor: curve.quantile(0.95),
    oneInHundredMinor: curve.quantile(0.99),
  }
}

export type WorldVerdict = {
  readonly within: boolean
  /** The expected loss of a year is within what the methodology allows. */
  readonly yearlyLossWithin: boolean
  readonly points: readonly {
    readonly amountMinor: number
    readonly allowed: number
    readonly probability: number
    readonly within: boolean
  }[]
}

/** A curve against the appetite: its mean, and how often a year costs more than each amount. */
export function worldVerdict(curve: LossCurve, appetite: MethodologyInput['appetite']): WorldVerdict {
  const yearlyLossWithin = curve.mean <= appetite.yearlyLossMinor
  const points = appetite.points.map(({ amountMinor, probability: allowed }) => {
    const probability = exceedance(curve, amountMinor)
    return { amountMinor, allowed, probability, within: probability <= allowed }
  })
  return { within: yearlyLossWithin && points.every(({ within }) => within), yearlyLossWithin, points }
}
