import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import type { Interval } from '@sinew/core/chain/chain-snapshot.ts'
import type { FurtherLoss } from '../estimate/FurtherLosses.tsx'
import type { PartialInterval } from '../ui/form/interval.ts'
import type { RiskDraft } from './price-draft.ts'

/** An interval both of whose ends are typed. */
export function whole({ low, high }: PartialInterval): Interval | null {
  return low === null || high === null ? null : { low, high }
}

/** Said by nobody: what a law of its own stands for alone. */
export const nothingSaid = { frequency: null, lossMinor: null, lossCapMinor: null }

/** A further loss that is whole, or none. */
export function wholeLoss({ name, probability, lossMinor, mostMinor }: FurtherLoss): RiskDetail['secondaryLosses'] {
  const range = whole(lossMinor)
  return probability === null || range === null ? [] : [{ name, probability, lossMinor: range, mostMinor }]
}

/** What is compared and sent of a draft. */
export function pick({ frequency, lossMinor, lossCapMinor, frequencyShape, lossShape, secondaryLosses }: RiskDraft) {
  return {
    frequency,
    lossMinor,
    lossCapMinor,
    frequencyShape: frequencyShape ?? null,
    lossShape: lossShape ?? null,
    secondaryLosses: secondaryLosses ?? [],
  }
}
