import type { AttentionItem } from '../chain/attention.ts'
import type { RiskInput } from '../chain/chain-snapshot.ts'
import { riskRef } from '../explanation/people-ref.ts'
import type { ProposedUpdate } from './propose-update.ts'
import { short } from './update-words.ts'

/** A worse estimate that follows from what happened and nobody has decided on asks for attention; a better one may wait. */
export function updateAttention(risk: RiskInput, proposal: ProposedUpdate): AttentionItem | null {
  if (!proposal.isWorse) return null
  const { evidence, rate } = proposal
  const seen = evidence.events === 1 ? '1 event is' : `${evidence.events} events are`
  const ref = riskRef(risk.number)
  return {
    kind: 'rate_update_waiting',
    entity: 'risk',
    id: risk.id,
    ref,
    title: risk.title,
    personId: risk.ownerId,
    dueAt: null,
    worthMinor: 0,
    sentence: `${ref} ${risk.title}: ${seen} more than estimated. Decide on ${short(rate.posteriorMean)} a year without controls instead of ${short(rate.priorMean)}.`,
  }
}
