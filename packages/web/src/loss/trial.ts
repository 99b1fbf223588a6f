import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import type { EstimateInput } from '@sinew/core/loss/loss-law.ts'

/** What is tried beside the organisation as it is: plain data, so that it can go to a worker. */
export type Trial = {
  /** The instant to look at; ms since 1970 UTC. */
  readonly at: number
  /** Assurance of controls, by id, in [0, 1]. */
  readonly assurances: Readonly<Record<string, number>>
  /** Estimates of risks, by id. */
  readonly estimates: Readonly<Record<string, EstimateInput>>
}

export const nothingTried = (at: number): Trial => ({ at, assurances: {}, estimates: {} })

/** Whether the trial changes anything against the organisation at that instant. */
export function isTrying({ at, assurances, estimates }: Trial, now: number): boolean {
  return at !== now || Object.keys(assurances).length > 0 || Object.keys(estimates).length > 0
}

/** The estimates of a trial with one of them set; one that is the risk's own again is not tried any more. */
export function withEstimate(
  { estimates }: Pick<Trial, 'estimates'>,
  risk: EstimateInput & { readonly id: string },
  tried: EstimateInput,
): Trial['estimates'] {
  const { [risk.id]: _, ...others } = estimates
  const isSame = (a: Interval | null, b: Interval | null) => a?.low === b?.low && a?.high === b?.high
  const isOwn =
    isSame(tried.frequency, risk.frequency) &&
    isSame(tried.lossMinor, risk.lossMinor) &&
    tried.lossCapMinor === risk.lossCapMinor
  return isOwn ? others : { ...others, [risk.id]: tried }
}
