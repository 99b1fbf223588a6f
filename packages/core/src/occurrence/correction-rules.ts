import { type Refusal, refuse } from '../refusal.ts'
import type { OccurrenceDraft } from './occurrence-rules.ts'

type Told = Pick<OccurrenceDraft, 'kind' | 'occurredAt' | 'lossMinor'>

/**
 * Why an occurrence cannot be corrected like this. What makes less of it is a decision with a reason; another day is one too, as it can take the event out of
 * the time that counts. Saying what it cost, or that it cost more, needs none.
 */
export function correctionRefusals(before: Told, after: Told, reason: string): readonly Refusal[] {
  if (reason.trim().length >= 3) return []
  const isNoEvent = before.kind === 'loss' && after.kind === 'near_miss'
  const costLess = before.lossMinor !== null && (after.lossMinor === null || after.lossMinor < before.lossMinor)
  if (isNoEvent || costLess) {
    return refuse(
      'correction-without-reason',
      'Say why less came of it than was recorded: the reason stays in the ledger.',
    )
  }
  if (before.occurredAt === after.occurredAt) return []
  return refuse('correction-without-reason', 'Say why it happened on another day: the reason stays in the ledger.')
}
