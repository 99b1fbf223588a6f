import type { MethodologyInput } from '../chain/chain-snapshot.ts'
import { exceedance, type LossCurve } from '../loss/loss-curve.ts'

/** How a year may turn out: it may cost more than the amount with at most this probability. */
export type AppetitePoint = { readonly amountMinor: number; readonly probability: number }

/** One point of the appetite beside what is claimed and proven. */
export type PointVerdict = AppetitePoint & {
  /** P(a year costs more than the amount), as claimed and as proven. */
  readonly claimed: number
  readonly proven: number
  readonly within: boolean
}

export type AppetiteVerdict = {
  readonly within: boolean
  readonly yearlyLossWithin: boolean
  readonly points: readonly PointVerdict[]
  /** The largest proven share of what a point allows: above 1 the curve has crossed the appetite. 0 without points. */
  readonly ratio: number
}

/** The proven year against the appetite: its mean, and its curve at every point. */
export function appetiteVerdict(
  appetite: MethodologyInput['appetite'],
  provenMinor: number,
  { claimed, proven }: { readonly claimed: LossCurve; readonly proven: LossCurve },
): AppetiteVerdict {
  const points = appetite.points.map((point): PointVerdict => {
    const chance = exceedance(proven, point.amountMinor)
    return {
      ...point,
      claimed: exceedance(claimed, point.amountMinor),
      proven: chance,
      within: chance <= point.probability,
    }
  })
  const yearlyLossWithin = provenMinor <= appetite.yearlyLossMinor
  return {
    within: yearlyLossWithin && points.every((point) => point.within),
    yearlyLossWithin,
    points,
    ratio: points.reduce((most, { proven: chance, probability }) => Math.max(most, chance / probability), 0),
  }
}

/** The point that is broken most, or comes nearest to it; undefined without points. */
export function tightestPoint({ points }: Pick<AppetiteVerdict, 'points'>): PointVerdict | undefined {
  const [first, ...rest] = points
  if (first === undefined) return undefined
  const share = ({ proven, probability }: PointVerdict) => proven / probability
  return rest.reduce((most, point) => (share(point) > share(most) ? point : most), first)
}
