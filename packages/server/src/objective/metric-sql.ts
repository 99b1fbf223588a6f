import { type RawBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'

/** Values of the metric `metricId` (an SQL expression) that nothing corrects, measured until `at`, the newest first. */
export function newestValue(db: Reader, metricId: RawBuilder<unknown>, at: Date) {
  const correction = db
    .selectFrom('metric_value as correction')
    .select('correction.id')
    .where(sql<boolean>`correction.corrects_id = seen.id`)
  return db
    .selectFrom('metric_value as seen')
    .where(sql<boolean>`seen.metric_id = ${metricId}`)
    .where(sql<boolean>`seen.measured_at <= ${at}::timestamptz`)
    .where(sql<boolean>`not exists (${correction})`)
    .orderBy('seen.measured_at', 'desc')
    .orderBy('seen.number', 'desc')
    .limit(1)
}

/**
 * How the newest value stands, as `metricStanding` of core says it; `metric` is the alias of a row of the table, `target` what
 * is to be reached. Null where nothing was measured.
 */
export function newestStanding(db: Reader, metric: string, target: RawBuilder<unknown>, at: Date) {
  const of = (column: string) => sql.ref(`${metric}.${column}`)
  const reaches = (limit: RawBuilder<unknown>) =>
    sql`case ${of('direction')} when 'higher' then seen.value >= ${limit} else seen.value <= ${limit} end`
  return newestValue(db, of('id'), at).select(
    sql<string>`case
      when seen.measured_at + make_interval(days => ${of('cadence_days')}) < ${at}::timestamptz then 'late'
      when ${reaches(target)} then 'on_target'
      when ${of('alarm')} is not null and not ${reaches(of('alarm'))} then 'alarm'
      when ${of('warning')} is not null and not ${reaches(of('warning'))} then 'warning'
      else 'off_target' end`.as('standing'),
  )
}
