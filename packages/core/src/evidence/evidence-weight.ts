import type { EvidenceInput, EvidenceNature, EvidenceResult, Provenance } from '../chain/chain-snapshot.ts'

/** p: an owner's own word counts less than an observation; generated text is a draft and never counts. */
export const provenanceWeights: Readonly<Record<Provenance, number>> = {
  observed: 1,
  attested: 1,
  declared: 0.7,
  generated: 0,
}

/**
 * Below this share of the expected population a k-of-n result says that the control fails, not that a few are left to fix:
 * with one in five not protected, an auditor's usual sample of a few items finds a miss more often than not.
 */
export const failingBelowShare = 0.8

/** r in [0, 1]: pass 1, fail 0, k of n → k / n over the expected population n; an empty population proves nothing. */
export function resultShare(result: EvidenceResult): number {
  if (result.kind === 'pass') return 1
  if (result.kind === 'fail') return 0
  if (!(result.expected > 0) || !(result.passed > 0)) return 0
  const share = result.passed / result.expected
  return Number.isNaN(share) ? 0 : Math.min(1, share)
}

/** A result that says the control does not work. An empty population says nothing: unproven, not failing. */
export function isFailing(result: EvidenceResult): boolean {
  if (result.kind === 'k_of_n') return result.expected > 0 && resultShare(result) < failingBelowShare
  return result.kind === 'fail'
}

export type NotCounting = 'withdrawn' | 'rejected' | 'generated' | 'design_only'

/** Why a piece proves nothing for a need of this nature, whatever its age and result; null when it may count. */
export function whyNotCounting(evidence: EvidenceInput, nature: EvidenceNature): NotCounting | null {
  if (evidence.state !== 'active') return evidence.state
  if (evidence.provenance === 'generated') return 'generated'
  if (nature === 'operation' && evidence.nature === 'design') return 'design_only'
  return null
}
