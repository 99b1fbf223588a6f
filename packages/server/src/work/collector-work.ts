import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { worthOfNeed } from '../db/worth-of-need.ts'
import { numbered, workColumns } from './work-columns.ts'

/**
 * Collectors that proof waits for and that have gone silent: two reports missed, none ever, or switched off, as
 * `collectorState` in core says. One that serves nothing may be silent.
 */
export function collectorWork(db: Reader, at: Date) {
  const rhythm = sql`collector.cadence_days * interval '24 hours'`
  const isReporting = sql<boolean>`coalesce(collector.active and collector.last_report_at <= ${at}
    and ${at} - collector.last_report_at <= 2 * ${rhythm}, false)`
  const served = db
    .selectFrom('evidence_need as need')
    .innerJoin('control', 'control.id', 'need.control_id')
    .leftJoin('control_state', 'control_state.id', 'need.control_id')
    .where('need.collector_id', 'is not', null)
    .where('control.applicable', '=', true)
    .select(['need.collector_id', sql<number>`sum(${worthOfNeed(sql.ref('need.id'))})`.as('worth')])
    .groupBy('need.collector_id')
  return [
    db
      .selectFrom('collector')
      .innerJoin(served.as('served'), 'served.collector_id', 'collector.id')
      .where(sql<boolean>`not ${isReporting}`)
      .select(
        workColumns({
          kind: 'collector',
          entity: 'collector',
          id: 'collector.id',
          ref: numbered('CO', 'collector.number'),
          title: sql<string>`collector.name`,
          what: sql<string>`case when collector.active then 'Make report' else 'Replace' end`,
          dueAt: sql<Date | null>`collector.last_report_at + ${rhythm}`,
          shownFrom: null,
          personId: sql<string | null>`collector.owner_id`,
          worthMinor: sql<number | null>`nullif(served.worth, 0)`,
          note: sql<string>`case when not collector.active then 'Switched off: ' || collector.disabled_reason
            when collector.last_report_at is null then 'It has never reported.' else '' end`,
        }),
      ),
  ]
}
