import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { type RawBuilder, sql } from 'kysely'

type Referenced = { readonly letters: string; readonly title: string }

/** What is not a register of the kit: letters of its reference and the column that names it. */
const nouns: Readonly<Record<string, Referenced>> = {
  risk: { letters: 'R', title: 'title' },
  evidence: { letters: 'E', title: 'title' },
  obligation: { letters: 'O', title: 'title' },
  treatment_action: { letters: 'T', title: 'title' },
  asset: { letters: 'AS', title: 'title' },
  risk_occurrence: { letters: 'OC', title: 'title' },
  person: { letters: 'P', title: 'name' },
  collector: { letters: 'CO', title: 'name' },
  insurance_policy: { letters: 'IP', title: 'name' },
}

/** What people call a row of a table that others refer to, as a JSON object `{ id, ref, name }`; null where there is none. */
export function namedRow(table: string, alias: string): RawBuilder<unknown> {
  const { ref, name } = nameOfRow(table, alias)
  const id = sql.ref(`${alias}.id`)
  return sql`case when ${id} is not null then json_build_object('id', ${id}, 'ref', ${ref}, 'name', ${name}) end`
}

/** The SQL of a row's reference and name. */
export function nameOfRow(
  table: string,
  alias: string,
): { readonly ref: RawBuilder<string>; readonly name: RawBuilder<string> } {
  const column = (name: string) => sql<string>`${sql.ref(`${alias}.${name}`)}`
  if (table === 'control') return { ref: column('ref'), name: column('title') }
  // A need has no number: it is known by the control it proves.
  if (table === 'evidence_need') return { ref: sql<string>`'Need'`, name: column('title') }
  const head = registerHeads.find((one) => one.table === table)
  const known = nouns[table] ?? (head && { letters: head.letters, title: head.named })
  if (known === undefined) throw new Error(`Nothing is known of the names of ${table}`)
  return { ref: sql<string>`${sql.lit(`${known.letters}-`)} || ${column('number')}`, name: column(known.title) }
}
