import type { DueWork } from '@sinew/core/register/due-work.ts'
import { columnOf } from '@sinew/core/register/register.ts'
import { usualHorizonDays } from '@sinew/core/work/work-kinds.ts'
import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import { type BoundRegister, boundRegisters } from '../register/bound-registers.ts'
import { nameOfRow } from '../register/referenced-tables.ts'
import { daysBefore, type WorkRow, workColumns } from './work-columns.ts'

/** The tables by names known at run time alone: their columns follow from the register's declaration. */
type LooseTables = Record<string, Record<string, unknown>>
type Rows = SelectQueryBuilder<LooseTables, string, object>
type Loose = { readonly selectFrom: (table: string) => Rows }

/** What registers declare as due of their objects. */
export function registerWork(db: Reader, at: Date, may: (one: BoundRegister) => boolean) {
  return boundRegisters()
    .filter(may)
    .flatMap((one) => one.register.work.map((work, index) => linesOf(db, at, one, work, index)))
}

function linesOf(db: Reader, at: Date, { register, rules }: BoundRegister, work: DueWork, index: number) {
  const { table } = register
  const read = (key: string): RawBuilder<unknown> => {
    const computed = rules.computed?.[key]
    return key in register.computed && computed ? sql`${computed(db, at)}` : sql`${sql.ref(`record.${columnOf(key)}`)}`
  }
  const due = read(work.due)
  let rows = (db as unknown as Loose).selectFrom(`${table} as record`)
  for (const [key, values] of Object.entries(work.unless ?? {}))
    rows = rows.where(sql<boolean>`coalesce(${read(key)} <> all (${literals(values)}), true)`)
  if (work.onlyWithDay === true) rows = rows.where(sql<boolean>`${due} is not null`)
  const { ref, name } = nameOfRow(table, 'record')
  return rows.select(
    workColumns({
      kind: table,
      entity: table,
      id: 'record.id',
      ref,
      title: name,
      what: work.what,
      dueAt: due,
      shownFrom: daysBefore(due, work.horizonDays ?? usualHorizonDays),
      personId:
        work.owner === undefined ? sql<null>`null::uuid` : sql.ref<string | null>(`record.${columnOf(work.owner)}`),
    }).map((column) => (index === 0 || column.alias !== 'key' ? column : keyed(table, index))),
  ) as unknown as SelectQueryBuilder<LooseTables, string, WorkRow>
}

/** A second piece of work of the same object has a key of its own. */
function keyed(table: string, index: number) {
  return sql<string>`${sql.lit(`${table} ${index} `)} || record.id::text`.as('key')
}

function literals(values: readonly (string | boolean)[]): RawBuilder<unknown> {
  return typeof values[0] === 'boolean'
    ? sql`${values as readonly boolean[]}::boolean[]`
    : sql`${values as readonly string[]}::text[]`
}
