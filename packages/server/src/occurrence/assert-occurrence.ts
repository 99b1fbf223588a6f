import { type OccurrenceDraft, occurrenceIssues } from '@sinew/core/occurrence/occurrence-rules.ts'
import { AppError } from '../errors.ts'

/** Refuses what cannot have happened, field by field. */
export function assertOccurrence(draft: OccurrenceDraft, now: Date): void {
  const errors = occurrenceIssues(draft, now.getTime()).map(({ field, message }) => ({ path: field, message }))
  if (errors.length > 0) throw new AppError(422, 'Some fields are not right.', { errors })
}
