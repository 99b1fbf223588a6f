import { type ReviewInput, reviewInputKeys } from '@sinew/core/management-review/review-inputs.ts'
import type { Reader } from '../context.ts'

export async function inputsOf(db: Reader, reviewId: string) {
  const rows = await db
    .selectFrom('review_input')
    .select(['input', 'title', 'entry', 'facts'])
    .where('review_id', '=', reviewId)
    .execute()
  const at = (input: string) => reviewInputKeys.indexOf(input as ReviewInput)
  return rows.toSorted((a, b) => at(a.input) - at(b.input))
}

export async function participantsOf(db: Reader, reviewId: string) {
  const rows = await db
    .selectFrom('review_participant')
    .innerJoin('person', 'person.id', 'review_participant.person_id')
    .select(['person.name', 'title', 'role', 'is_present'])
    .where('review_id', '=', reviewId)
    .orderBy('review_participant.number')
    .execute()
  return rows.map(({ name, title, role, is_present }) => ({ name, title, role, isPresent: is_present }))
}

export async function decisionsOf(db: Reader, reviewId: string) {
  const rows = await db
    .selectFrom('review_decision')
    .innerJoin('person', 'person.id', 'review_decision.owner_id')
    .select(['review_decision.number', 'title', 'kind', 'person.name as owner', 'due_at', 'done_at', 'result'])
    .where('review_id', '=', reviewId)
    .orderBy('review_decision.number')
    .execute()
  return rows.map(({ number, due_at, done_at, ...row }) => ({
    ...row,
    ref: `RD-${number}`,
    dueAt: due_at.toISOString(),
    doneAt: done_at?.toISOString() ?? null,
  }))
}
