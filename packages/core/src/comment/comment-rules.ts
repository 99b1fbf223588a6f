import { type Refusal, refuse } from '../refusal.ts'

/** A comment stays its author's: nobody else changes or removes it. Both ids are those of accounts. */
export function refuseCommentChange(authorUserId: string, actorUserId: string): readonly Refusal[] {
  if (authorUserId === actorUserId) return []
  return refuse('not_yours', 'Only its author changes or removes a comment.')
}
