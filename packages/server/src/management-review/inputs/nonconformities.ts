import { sql } from 'kysely'
import type { Collect } from './collect.ts'

/** 9.3.2 d 1: nonconformities and corrective actions, with their trend against as much time before. */
export const nonconformities: Collect = async (db, { since, at }) => {
  const before = new Date(since.getTime() - (at.getTime() - since.getTime()))
  const { rows } = await sql<Record<'found' | 'former' | 'closed' | 'open' | 'reopened' | 'late', number>>`
    select count(*) filter (where found_at > ${since})::int as found,
      count(*) filter (where found_at > ${before} and found_at <= ${since})::int as former,
      count(*) filter (where closed_at > ${since})::int as closed,
      count(*) filter (where state <> 'closed')::int as open,
      count(*) filter (where reopenings > 0)::int as reopened,
      (select count(*)::int from corrective_action where done_at is null and due_at < ${at}) as late
    from nonconformity`.execute(db)
  const [count] = rows
  const open = await db
    .selectFrom('nonconformity')
    .select(['number', 'title', 'grade', 'state'])
    .where('state', '<>', 'closed')
    .orderBy('number')
    .execute()
  return [
    `Found since: ${count?.found ?? 0}; in as much time before: ${count?.former ?? 0}.`,
    `Closed since: ${count?.closed ?? 0}; open now: ${count?.open ?? 0}; reopened ever: ${count?.reopened ?? 0}.`,
    `Corrective actions overdue: ${count?.late ?? 0}.`,
    ...open.map(
      ({ number, title, grade, state }) => `${grade === 'major' ? 'Major' : 'Minor'}, ${state}: NC-${number} ${title}`,
    ),
  ]
}
