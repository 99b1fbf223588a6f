import type { EvidenceInput, NeedInput } from '../chain/chain-snapshot.ts'
import type { ProofStatus } from '../soa/proof-status.ts'
import { isFailing, type NotCounting, provenanceWeights, resultShare, whyNotCounting } from './evidence-weight.ts'
import { type Freshness, freshnessOf } from './freshness.ts'

export type NeedReason =
  | NotCounting
  | 'missing'
  | 'dated_ahead'
  | 'failed'
  | 'nothing_tested'
  | 'stale'
  | 'due'
  | 'current'

/** How one evidence need stands at an instant. */
export type NeedStanding = {
  readonly needId: string
  readonly title: string
  /** w; 0 when the typed weight is not a positive number: such a need proves nothing and asks nothing. */
  readonly weight: number
  readonly freshness: Freshness
  /** r, p and whether the piece counts at all. */
  readonly result: number
  readonly provenance: number
  readonly counts: boolean
  /** φ·r·p, 0 when the piece does not count. */
  readonly share: number
  readonly proof: ProofStatus
  readonly reason: NeedReason
}

/** Judges a need by its newest piece at `t`. */
export function standNeed(need: NeedInput, t: number): NeedStanding {
  const evidence = need.newest
  const freshness = freshnessOf(evidence, need.cadenceDays, t)
  const result = evidence === null ? 0 : resultShare(evidence.result)
  const provenance = evidence === null ? 0 : provenanceWeights[evidence.provenance]
  const counts = evidence !== null && freshness.state !== 'missing' && whyNotCounting(evidence, need.nature) === null
  const reason = reasonOf(evidence, need, freshness)
  return {
    needId: need.id,
    title: need.title,
    weight: Number.isFinite(need.weight) && need.weight > 0 ? need.weight : 0,
    freshness,
    result,
    provenance,
    counts,
    share: counts ? freshness.factor * result * provenance : 0,
    proof: proofOf(reason),
    reason,
  }
}

// A failure outranks everything: withdrawing, rejecting or outliving a failed test does not make it a lesser problem.
function reasonOf(evidence: EvidenceInput | null, need: NeedInput, freshness: Freshness): NeedReason {
  if (evidence === null) return 'missing'
  if (isFailing(evidence.result)) return 'failed'
  const notCounting = whyNotCounting(evidence, need.nature)
  if (notCounting !== null) return notCounting
  if (freshness.state === 'missing') return 'dated_ahead'
  if (resultShare(evidence.result) === 0) return 'nothing_tested'
  return freshness.state
}

function proofOf(reason: NeedReason): ProofStatus {
  if (reason === 'failed') return 'failing'
  if (reason === 'stale') return 'stale'
  if (reason === 'current' || reason === 'due') return 'proven'
  return 'unproven'
}
