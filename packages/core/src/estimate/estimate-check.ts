import type { LikelihoodBand } from '../chain/chain-snapshot.ts'
import type { EstimateInput, LossLaw } from '../loss/loss-law.ts'
import type { EstimateAnchors } from './estimate-anchors.ts'

/** Something about an estimate that is worth a second look; it never stands in the way. */
export type EstimateCheck = {
  readonly code: string
  readonly field: keyof EstimateInput
  /** `doubtful`: hardly anybody would stand by it; `look`: may well be so, but say so knowingly. */
  readonly severity: 'doubtful' | 'look'
  /** What the figures say, with the numbers. */
  readonly sentence: string
  /** What to do about it. */
  readonly advice: string
}

export type CheckSetting = {
  readonly currency: string
  readonly likelihoodBands: readonly LikelihoodBand[]
  /** Null where the catalogue has nothing to compare with. */
  readonly anchors: EstimateAnchors | null
}

/** An estimate that has a law: both ranges are there. */
export type WholeEstimate = EstimateInput & {
  readonly frequency: NonNullable<EstimateInput['frequency']>
  readonly lossMinor: NonNullable<EstimateInput['lossMinor']>
}

export type CheckRule = (estimate: WholeEstimate, law: LossLaw, setting: CheckSetting) => readonly EstimateCheck[]
