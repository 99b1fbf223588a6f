import { columnOf } from '@sinew/core/register/register.ts'
import { type RegisterTable, registerHeads } from '@sinew/core/register/register-heads.ts'
import { sql } from 'kysely'
import type { Reader } from '../../context.ts'
import { nameOfRow } from '../../register/referenced-tables.ts'
import type { LookBack } from './collect.ts'

const mostNamed = 12

/** What was added or changed in a register since, by name; nothing where the organisation keeps no such register. */
export async function changedSince(db: Reader, table: string, { since, at }: LookBack): Promise<readonly string[]> {
  const head = registerHeads.find((one) => one.table === table)
  if (head === undefined) return []
  const { ref, name } = nameOfRow(head.table, 'one')
  const rows = await sql<{ ref: string; name: string; is_new: boolean }>`
    select ${ref} as ref, ${name} as name, one.created_at > ${since} as is_new
    from ${sql.table(head.table as RegisterTable)} one
    where one.updated_at > ${since} and one.updated_at <= ${at} order by one.${sql.ref(columnOf('updatedAt'))} desc`.execute(
    db,
  )
  const all = await sql<{
    n: number
  }>`select count(*)::int as n from ${sql.table(head.table as RegisterTable)}`.execute(db)
  const title = head.title.toLowerCase()
  if (rows.rows.length === 0) return [`No change of ${title}: ${all.rows[0]?.n ?? 0} recorded.`]
  const named = rows.rows.slice(0, mostNamed).map((row) => `${row.is_new ? 'New' : 'Changed'}: ${row.ref} ${row.name}`)
  const more = rows.rows.length - named.length
  return more > 0 ? [...named, `${more} more changed of ${title}.`] : named
}
