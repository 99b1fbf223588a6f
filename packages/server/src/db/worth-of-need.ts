import { type RawBuilder, sql } from 'kysely'

/** What a fresh pass of a need would take off the proven loss, as last worked out; `control_state` is of the query around. */
export function worthOfNeed(needId: RawBuilder<unknown>): RawBuilder<number | null> {
  return sql<number | null>`(control_state.need_worth ->> ${needId}::text)::bigint`
}
