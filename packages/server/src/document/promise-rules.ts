import type { promiseRegister } from '@sinew/core/document/promise-register.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { RegisterRules } from '../register/register-rules.ts'

/**
 * The need that speaks worst of a promise: its own, or any of its control's. A need without evidence proves nothing. The
 * newest piece decides, and uncovers no older one where it does not count: withdrawn, rejected, generated, or a design where
 * operation is asked for.
 */
function worstNeed(db: Reader, at: Date) {
  const newest = db
    .selectFrom('evidence_serves')
    .innerJoin('evidence', 'evidence.id', 'evidence_serves.evidence_id')
    .select([
      'evidence_serves.need_id',
      'evidence.number',
      'evidence.collected_at',
      'evidence.valid_until',
      'evidence.result',
      'evidence.passed',
      'evidence.expected',
      'evidence.provenance',
      'evidence.nature',
      'evidence.state',
    ])
    .where('evidence.collected_at', '<=', at)
    .distinctOn('evidence_serves.need_id')
    .orderBy('evidence_serves.need_id')
    .orderBy('evidence_serves.collected_at', 'desc')
    .orderBy('evidence_serves.evidence_id', 'desc')
  const cadence = sql<number>`coalesce(record.cadence_days, need.cadence_days)`
  const standing = sql<string>`case
    when newest.collected_at is null then 'unproven'
    when newest.state <> 'active' or newest.provenance = 'generated' or (need.nature = 'operation' and newest.nature = 'design') then 'unproven'
    when newest.result = 'fail' or newest.passed < newest.expected then 'broken'
    when newest.valid_until < ${at} or newest.collected_at + ${cadence} * interval '1 day' < ${at} then 'late'
    else 'kept' end`
  const day = sql`to_char(newest.collected_at at time zone 'UTC', 'FMDD FMMonth YYYY')`
  const because = sql<string>`case
    when newest.collected_at is null then 'Nothing shows “' || need.title || '”.'
    when newest.state <> 'active' or newest.provenance = 'generated' or (need.nature = 'operation' and newest.nature = 'design')
      then 'E-' || newest.number || ' does not show that it is done.'
    when newest.result = 'fail' or newest.passed < newest.expected
      then 'E-' || newest.number || ' of ' || ${day} || ' shows that it is not done.'
    when newest.valid_until < ${at} then 'E-' || newest.number || ' is no longer valid.'
    when newest.collected_at + ${cadence} * interval '1 day' < ${at}
      then 'The newest evidence, E-' || newest.number || ' of ' || ${day} || ', is older than ' || ${cadence} || ' days.'
    else 'E-' || newest.number || ' of ' || ${day} || ' shows it.' end`
  return db
    .selectFrom('evidence_need as need')
    .leftJoin(newest.as('newest'), 'newest.need_id', 'need.id')
    .where(
      sql<boolean>`case when record.need_id is null then need.control_id = record.control_id else need.id = record.need_id end`,
    )
    .select([standing.as('standing'), because.as('because'), 'newest.collected_at'])
    .select(
      sql<Date | null>`least(newest.valid_until, newest.collected_at + ${cadence} * interval '1 day')`.as('due_at'),
    )
    .orderBy(sql`array_position(array['broken', 'late', 'unproven', 'kept'], ${standing})`)
    .orderBy('newest.collected_at')
    .orderBy('need.id')
    .limit(1)
}

export const promiseRules: RegisterRules<typeof promiseRegister> = {
  computed: {
    standing: (db, at) =>
      sql`coalesce(${db.selectFrom(worstNeed(db, at).as('worst')).select('worst.standing')}, 'unproven')`,
    provenAt: (db, at) => sql`${db.selectFrom(worstNeed(db, at).as('worst')).select('worst.collected_at')}`,
    dueAt: (db, at) => sql`${db.selectFrom(worstNeed(db, at).as('worst')).select('worst.due_at')}`,
    because: (db, at) =>
      sql`coalesce(${db.selectFrom(worstNeed(db, at).as('worst')).select('worst.because')},
        'Nothing is asked for that would show it: tie the promise to a control with an evidence need.')`,
  },
  check: async (_ctx, tx, { needId, controlId }) => {
    if (needId === null) return []
    const need = await tx.selectFrom('evidence_need').select('control_id').where('id', '=', needId).executeTakeFirst()
    if (need === undefined || controlId === null || need.control_id === controlId) return []
    return refuse(
      'promise_need_of_another',
      'That evidence need belongs to another control. Choose one of this control.',
    )
  },
}
