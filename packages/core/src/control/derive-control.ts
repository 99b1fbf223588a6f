import { assuranceOf } from '../assurance/assurance.ts'
import type { ControlInput } from '../chain/chain-snapshot.ts'
import type { FreshnessState } from '../evidence/freshness.ts'
import { type NeedStanding, standNeed } from '../evidence/need-standing.ts'
import { type LineProof, type ProofStatus, worseProof } from '../soa/proof-status.ts'
import { implementedShare } from './implemented-share.ts'

/** Everything derived of one control at an instant. */
export type DerivedControl = {
  readonly id: string
  readonly ref: string
  readonly title: string
  readonly applicable: boolean
  /** g: what the organisation claims to be in place; 0 when excluded. */
  readonly claimedShare: number
  /** a ≤ g: what evidence proves of it now. */
  readonly assurance: number
  readonly proof: LineProof
  /** Proven, but some need should be renewed soon. */
  readonly due: boolean
  /** The worst freshness among its needs; missing without any. */
  readonly freshness: FreshnessState
  /** When the first of its pieces ran or will run out; null when no need has one. */
  readonly nextDueAt: number | null
  readonly needs: readonly NeedStanding[]
}

export function deriveControl(control: ControlInput, t: number): DerivedControl {
  return combineNeeds(
    control,
    control.needs.map((need) => standNeed(need, t)),
  )
}

/** A control from needs that were judged already. */
export function combineNeeds(control: ControlInput, needs: readonly NeedStanding[]): DerivedControl {
  const claimedShare = implementedShare(control)
  const weighed = needs.filter((need) => need.weight > 0)
  const proof = control.applicable ? proofOf(claimedShare, weighed) : 'excluded'
  return {
    id: control.id,
    ref: control.ref,
    title: control.title,
    applicable: control.applicable,
    claimedShare,
    assurance: assuranceOf(claimedShare, needs),
    proof,
    due: proof === 'proven' && weighed.some((need) => need.reason === 'due'),
    freshness: worstFreshness(weighed),
    nextDueAt: firstEnd(weighed),
    needs,
  }
}

// The worst need decides; what is not in place, or has nothing to prove it, is at most unproven.
function proofOf(claimedShare: number, weighed: readonly NeedStanding[]): ProofStatus {
  const best: ProofStatus = claimedShare > 0 && weighed.length > 0 ? 'proven' : 'unproven'
  return weighed.reduce<ProofStatus>((worst, need) => worseProof(worst, need.proof), best)
}

const freshnessFromWorst: readonly FreshnessState[] = ['missing', 'stale', 'due', 'current']

function worstFreshness(needs: readonly NeedStanding[]): FreshnessState {
  return freshnessFromWorst.find((state) => needs.some((need) => need.freshness.state === state)) ?? 'missing'
}

function firstEnd(needs: readonly NeedStanding[]): number | null {
  const ends = needs.flatMap((need) => (need.freshness.validUntil === null ? [] : [need.freshness.validUntil]))
  return ends.length === 0 ? null : Math.min(...ends)
}
