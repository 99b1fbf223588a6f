import type { Interval } from '../chain/chain-snapshot.ts'
import { type PoolMethod, poolIntervals } from './pool-intervals.ts'

export const poolWeightings = ['equal', 'calibration'] as const
export type PoolWeighting = (typeof poolWeightings)[number]

export type PoolMember = {
  readonly name: string
  readonly frequency: Interval
  readonly lossMinor: Interval
  /** Relative, above zero. */
  readonly weight: number
}

export type EstimatePool = {
  readonly method: PoolMethod
  readonly weighting: PoolWeighting
  /** Three significant digits; the loss in whole minor units. */
  readonly frequency: Interval
  readonly lossMinor: Interval
  readonly shares: readonly { readonly name: string; readonly share: number }[]
  /** Who, how pooled and how weighted, to stand beside the figures wherever they go. */
  readonly basis: string
}

/** Several people's estimates of one risk as one; null with fewer than two of them. */
export function poolEstimates(
  members: readonly PoolMember[],
  method: PoolMethod,
  weighting: PoolWeighting,
): EstimatePool | null {
  if (members.length < 2) return null
  const weighted = members.map((one) => ({ ...one, weight: weighting === 'equal' ? 1 : one.weight }))
  const pool = (of: (member: PoolMember) => Interval) =>
    poolIntervals(
      weighted.map((one) => ({ interval: of(one), weight: one.weight })),
      method,
    )
  const [frequency, loss] = [pool((one) => one.frequency), pool((one) => one.lossMinor)]
  if (frequency === null || loss === null) return null
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0)
  const shares = weighted.map(({ name, weight }) => ({ name, share: weight / total }))
  const lossMinor = rounded(loss)
  return {
    method,
    weighting,
    frequency: rounded(frequency),
    lossMinor: { low: Math.max(1, Math.round(lossMinor.low)), high: Math.max(1, Math.round(lossMinor.high)) },
    shares,
    basis: basisOf(shares, method, weighting),
  }
}

function basisOf(shares: EstimatePool['shares'], method: PoolMethod, weighting: PoolWeighting): string {
  const who = shares.map(({ name, share }) => `${name} ${Math.round(share * 100)} %`).join(', ')
  const how =
    method === 'mixture'
      ? 'mixture of their distributions (linear opinion pool)'
      : 'geometric means of the ends of their ranges'
  const weights =
    weighting === 'equal' ? 'each with the same weight' : 'weighted by their calibration on test questions'
  return `Pool of ${shares.length} estimates (${who}): ${how}, ${weights}.`
}

function rounded({ low, high }: Interval): Interval {
  return { low: Number(low.toPrecision(3)), high: Number(high.toPrecision(3)) }
}
