import { formatDay } from '@sinew/core/time/calendar.ts'
import type { Collect } from './collect.ts'

/** 9.3.2 a: what earlier reviews decided and what came of it. What is done stays on the list for one review more. */
export const earlierActions: Collect = async (db, { since, at, reviewId }) => {
  const rows = await db
    .selectFrom('review_decision')
    .innerJoin('person', 'person.id', 'review_decision.owner_id')
    .select(['review_decision.number', 'review_decision.title', 'person.name', 'due_at', 'done_at', 'result'])
    .where('review_id', '<>', reviewId)
    .where((where) => where.or([where('done_at', 'is', null), where('done_at', '>', since)]))
    .orderBy('due_at')
    .execute()
  if (rows.length === 0) return ['No action of an earlier review is open.']
  return rows.map(({ number, title, name, due_at, done_at, result }) => {
    const what = `RD-${number} ${title} (${name})`
    if (done_at !== null) return `Done on ${formatDay(done_at.getTime())}: ${what}. ${result}`
    return `${due_at < at ? 'Overdue' : 'Open'}, due ${formatDay(due_at.getTime())}: ${what}.`
  })
}
