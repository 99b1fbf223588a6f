import { sql } from 'kysely'
import type { Writer } from '../context.ts'
import type { Database } from '../db/database.ts'

type Table = 'movement' | 'movement_subject' | 'control_state' | 'risk_state'

/**
 * Inserts any number of rows in one statement with one parameter. Keys are columns; values are what JSON can hold and
 * PostgreSQL turns into the column's type. With `replace`, a row whose id is there already is overwritten.
 */
export async function insertRows(
  tx: Writer,
  table: Table & keyof Database,
  rows: readonly Readonly<Record<string, unknown>>[],
  conflict: 'refuse' | 'replace' = 'refuse',
): Promise<void> {
  const first = rows[0]
  if (first === undefined) return
  const columns = Object.keys(first)
  const names = sql.join(columns.map((column) => sql.id(column)))
  const replaced = columns
    .filter((column) => column !== 'id')
    .map((column) => sql`${sql.id(column)} = excluded.${sql.id(column)}`)
  const replace = sql`on conflict (organization_id, id) do update set ${sql.join(replaced)}`
  await sql`insert into ${sql.table(table)} (organization_id, ${names})
    select current_organization(), ${names} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ${conflict === 'replace' ? replace : sql``}`.execute(tx)
}
