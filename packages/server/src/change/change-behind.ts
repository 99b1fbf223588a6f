import { type RawBuilder, sql } from 'kysely'

/** What people call the planned change that a row of this table names; null where it names none. */
export function changeBehind(table: 'methodology' | 'soa_version'): RawBuilder<string | null> {
  return sql<
    string | null
  >`(select 'CH-' || behind.number from ${sql.table('planned_change')} as behind where behind.id = ${sql.ref(`${table}.change_id`)})`
}
