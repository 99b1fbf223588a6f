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
