import type { Interval } from '../chain/chain-snapshot.ts'
import type { EstimateInput } from '../loss/loss-law.ts'
import type { Refusal } from '../refusal.ts'
import { shapeRefusals } from './shape-rules.ts'

/** A refusal about one field of an estimate. */
export type EstimateIssue = Refusal & { readonly field: keyof EstimateInput | 'containedSaved' }

/** Ends a million times apart are no estimate: its mean is all tail. */
const widestRatio = 1_000_000

const names = { frequency: 'frequency', lossMinor: 'loss per event' } as const

/**
 * Why an estimate cannot be kept. Incomplete is allowed while the risk is a draft; see `riskMoveRefusals`. What can be kept and
 * should be looked at again says `checkEstimate`.
 */
export function estimateRefusals(estimate: EstimateInput): readonly EstimateIssue[] {
  return [
    ...intervalRefusals('frequency', estimate.frequency),
    ...intervalRefusals('lossMinor', estimate.lossMinor),
    ...capRefusals(estimate),
    ...shapeRefusals(estimate),
  ]
}

function intervalRefusals(field: 'frequency' | 'lossMinor', interval: Interval | null): readonly EstimateIssue[] {
  if (interval === null) return []
  const { low, high } = interval
  const name = names[field]
  if (!Number.isFinite(low) || !Number.isFinite(high)) {
    return [{ field, code: 'estimate-not-a-number', message: `Both ends of the ${name} must be numbers.` }]
  }
  if (low <= 0 || high <= 0) {
    const message = `The ${name} must be more than zero at both ends: what never happens or costs nothing is no risk.`
    return [{ field, code: 'estimate-not-positive', message }]
  }
  if (low > high) {
    return [{ field, code: 'estimate-upside-down', message: `The ${name}: the low end is above the high end.` }]
  }
  if (high / low <= widestRatio) return []
  const message = `The ${name}: the ends are more than a million times apart. Split the scenario or narrow the range.`
  return [{ field, code: 'estimate-far-too-wide', message }]
}

function capRefusals({ lossMinor, lossCapMinor }: EstimateInput): readonly EstimateIssue[] {
  const field = 'lossCapMinor'
  if (lossCapMinor === null) return []
  if (!Number.isFinite(lossCapMinor) || lossCapMinor <= 0) {
    return [{ field, code: 'cap-not-positive', message: 'The cap must be an amount above zero.' }]
  }
  if (lossMinor === null || lossCapMinor >= lossMinor.low) return []
  const message = 'The cap is below the low end of the loss: every event would cost the cap.'
  return [{ field, code: 'cap-below-low', message }]
}
