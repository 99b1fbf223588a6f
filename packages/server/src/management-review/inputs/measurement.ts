import { sql } from 'kysely'
import { changedSince } from './changed-since.ts'
import type { Collect } from './collect.ts'

/** 9.3.2 d 2: how far the controls are proven, then and now, and what is measured. */
export const measurement: Collect = async (db, lookBack) => {
  const { rows } = await sql<{ proven: number; applicable: number; late: number }>`
    select count(*) filter (where s.proof = 'proven')::int as proven, count(*)::int as applicable,
      count(*) filter (where s.freshness in ('stale', 'missing'))::int as late
    from control_state s join control c on c.id = s.id where c.applicable`.execute(db)
  const { rows: past } = await sql<{ changed: number; worse: number }>`
    select count(*)::int as changed,
      count(*) filter (where (p.row ->> 'assurance')::float > s.assurance + 0.01)::int as worse
    from past('control_state', ${lookBack.since}) p join control_state s on s.id = p.entity_id`.execute(db)
  const [now] = rows
  return [
    `Controls proven by current evidence: ${now?.proven ?? 0} of ${now?.applicable ?? 0} that apply.`,
    `Controls whose evidence is late or missing: ${now?.late ?? 0}.`,
    `Since the review before, ${past[0]?.worse ?? 0} controls are proven less than they were.`,
    ...(await changedSince(db, 'metric', lookBack)),
  ]
}
