import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import { nameOfRow } from './referenced-tables.ts'

type Found = { readonly text: string; readonly id: string; readonly found: number }
/** The tables by names known at run time alone. */
type Loose = { readonly selectFrom: (from: string) => SelectQueryBuilder<LooseTables, string, object> }
type LooseTables = Record<string, Record<string, unknown>>

/**
 * The objects of a table that are called so: by their reference, their name, both, or the e-mail of a person. One query for all;
 * by the text as written, in small letters. What calls none, or more than one, is left out.
 */
export async function findByNames(
  db: Reader,
  table: string,
  written: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const texts = [...new Set(written.map((text) => text.toLowerCase()))]
  const { ref, name } = nameOfRow(table, 'one')
  const mail = table === 'person' ? sql`, one.email` : sql``
  const called = sql`unnest(array[${ref}, ${name}, ${ref} || ' ' || ${name}${mail}])`
  const rows = (await (db as unknown as Loose)
    .selectFrom(`${table} as one`)
    .innerJoinLateral(sql`(select lower(text) as text from ${called} as text)`.as('called'), (join) => join.onTrue())
    .where(sql<boolean>`called.text = any(${texts}::text[])`)
    .select([
      sql<string>`called.text`.as('text'),
      sql<string>`min(one.id::text)`.as('id'),
      sql<number>`count(distinct one.id)::int`.as('found'),
    ])
    .groupBy(sql`called.text`)
    .execute()) as readonly Found[]
  return new Map(rows.flatMap(({ text, id, found }) => (found === 1 ? [[text, id] as const] : [])))
}
