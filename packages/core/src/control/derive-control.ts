import { assuranceOf } from '../assurance/assurance.ts'
import type { ControlInput } from '../chain/chain-snapshot.ts'
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
  const proof = control.applicable ? proofOf(claimedShare, needs) : 'excluded'
  return {
    id: control.id,
    ref: control.ref,
    title: control.title,
    applicable: control.applicable,
    claimedShare,
    assurance: assuranceOf(claimedShare, needs),
    proof,
    due: proof === 'proven' && needs.some((need) => need.weight > 0 && need.reason === 'due'),
    needs,
  }
}

// The worst need decides; what is not in place, or has nothing to prove it, is at most unproven.
function proofOf(claimedShare: number, needs: readonly NeedStanding[]): ProofStatus {
  const weighed = needs.filter((need) => need.weight > 0)
  const best: ProofStatus = claimedShare > 0 && weighed.length > 0 ? 'proven' : 'unproven'
  return weighed.reduce<ProofStatus>((worst, need) => worseProof(worst, need.proof), best)
}
