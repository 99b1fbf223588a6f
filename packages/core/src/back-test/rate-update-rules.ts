import type { Role } from '../access/permissions.ts'
import type { RiskInput } from '../chain/chain-snapshot.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { ProposedUpdate } from './propose-update.ts'

export type RateUpdateDecision = {
  readonly risk: Pick<RiskInput, 'status' | 'ownerId'>
  readonly proposal: Pick<ProposedUpdate, 'key'> | null
  readonly actor: { readonly role: Role; readonly personId: string | null; readonly isActive: boolean }
  /** The proposal that was on screen. */
  readonly seenKey: string
}

/** Why this person cannot accept or dismiss what is proposed for this risk's frequency now. */
export function rateUpdateRefusals({ risk, proposal, actor, seenKey }: RateUpdateDecision): readonly Refusal[] {
  if (risk.status === 'closed') {
    return refuse('risk-closed', 'The risk is closed: open it again before changing it.')
  }
  const who = deciderRefusals(risk.ownerId, actor)
  if (who.length > 0) return who
  if (proposal === null) {
    const message = 'Nothing is proposed: what happened on this risk is counted already, or changes nothing material.'
    return refuse('rate-update-nothing-new', message)
  }
  if (proposal.key === seenKey) return []
  return refuse('rate-update-not-seen', 'What is proposed has changed meanwhile: look at it again.')
}

function deciderRefusals(ownerId: string | null, actor: RateUpdateDecision['actor']): readonly Refusal[] {
  if (actor.role === 'owner' || actor.role === 'manager') return []
  if (ownerId !== null && ownerId === actor.personId && actor.isActive) return []
  return refuse('rate-update-not-owner', 'Only the owner of the risk, or an ISMS manager, can decide on its estimate.')
}
