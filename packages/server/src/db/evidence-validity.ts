import { dueShare } from '@sinew/core/evidence/freshness.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * Freshness once more, in SQL, where lists filter and sort by it: the rule is that of core/evidence/freshness.ts, and a test
 * holds the two together. The names refer to `evidence` and `need` of the query around.
 */
export const validUntilOfNeed: RawBuilder<Date> = sql<Date>`least(
  coalesce(evidence.valid_until, 'infinity'::timestamptz),
  evidence.collected_at + need.cadence_days * interval '24 hours')`

export const dueFromOfNeed: RawBuilder<Date> = sql<Date>`(${validUntilOfNeed}
  - ${sql.lit(dueShare)} * need.cadence_days * interval '24 hours')`

/** The state of the freshness at `t` (ms): a piece is there, so it is never missing. */
export function freshnessOfNeed(t: number): RawBuilder<string> {
  const at = new Date(t)
  return sql<string>`case when ${at} > ${validUntilOfNeed} then 'stale' when ${at} >= ${dueFromOfNeed} then 'due' else 'current' end`
}
