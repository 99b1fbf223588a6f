import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** What an incident cost as far as it is known, in SQL; null while nothing is. */
export const totalLossMinor = sql<
  number | null
>`case when coalesce(record.direct_loss_minor, record.response_cost_minor,
  record.fines_minor, record.other_loss_minor) is not null then coalesce(record.direct_loss_minor, 0)
  + coalesce(record.response_cost_minor, 0) + coalesce(record.fines_minor, 0) + coalesce(record.other_loss_minor, 0) end`

function openClocks(db: Reader) {
  return db
    .selectFrom('incident_notification as clock')
    .where(sql<boolean>`clock.incident_id = record.id`)
    .where('clock.applies', '=', 'yes')
    .where('clock.told_at', 'is', null)
}

export function nextDueAt(db: Reader) {
  return openClocks(db).select((select) => select.fn.min('clock.due_at').as('due_at'))
}

/** Notifications that were made late, or are late at `at`. */
export function lateClocks(db: Reader, at: Date) {
  return db
    .selectFrom('incident_notification as clock')
    .where(sql<boolean>`clock.incident_id = record.id`)
    .where('clock.applies', '=', 'yes')
    .where(sql<boolean>`coalesce(clock.told_at, ${at}) > clock.due_at`)
    .select((select) => select.fn.countAll<number>().as('late'))
}

/**
 * How a clock stands, in SQL where lists filter by it: the rule is that of core/incident/notification-clock.ts, and a test
 * holds the two together.
 */
export function clockStanding(db: Reader, at: Date) {
  const aware = db
    .selectFrom('incident as of_clock')
    .select('of_clock.noticed_at')
    .where(sql<boolean>`of_clock.id = record.incident_id`)
  return sql<string>`case
    when record.applies = 'no' then 'not_needed'
    when record.told_at is not null then case when record.told_at <= record.due_at then 'met' else 'met_late' end
    when ${at} > record.due_at then 'late'
    when ${at} >= record.due_at - greatest((record.due_at - (${aware})) / 4, interval '6 hours') then 'soon'
    else 'running' end`
}
