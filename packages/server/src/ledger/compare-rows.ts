import type { LedgerBreak } from '@sinew/contract/ledger/verification-contract.ts'
import { isEntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { TimeTravelTables } from '../db/time-travel.ts'
import { namesOf } from './subject-names.ts'

/** Rows of one table that are told; all are counted. */
const mostTold = 50

type Difference = { readonly table: string; readonly id: string; readonly what: LedgerBreak['what'] }

export type Comparison = {
  /** Rows that were held against the ledger. */
  readonly rows: number
  readonly differenceCount: number
  /** The first of each table. */
  readonly breaks: readonly LedgerBreak[]
}

/** Holds what is in every ledgered table now against the newest entry of each row, a statement a table. */
export async function compareRows(db: Reader, tables: TimeTravelTables): Promise<Comparison> {
  let rows = 0
  let differenceCount = 0
  const differences: Difference[] = []
  for (const [table, columns] of tables) {
    const id = columns.some(({ name }) => name === 'id') ? 'id' : 'organization_id'
    const found = await compareTable(db, table, id)
    rows += found.rows
    differenceCount += found.differenceCount
    differences.push(...found.differences)
  }
  return { rows, differenceCount, breaks: await withNames(db, differences) }
}

/**
 * An entry is read as a row of the table as it is today: a column that came later takes no part, and neither does the way in
 * which a time or a number was written.
 */
async function compareTable(db: Reader, table: string, id: string) {
  const { rows } = await sql<{ rows: number; difference_count: number; id: string | null; what: LedgerBreak['what'] }>`
    with newest as (
      select distinct on (entity_id) entity_id, operation, row from revision where entity = ${table}
      order by entity_id, seq desc
    ), compared as (
      select coalesce(p.present_id, newest.entity_id) as id, p.present_id is not null as is_there,
        case
          when newest.entity_id is null then 'row_unrecorded'
          when p.present_id is null then case when newest.operation <> 'delete' then 'row_missing' end
          when newest.operation = 'delete' then 'row_unrecorded'
          when to_jsonb(jsonb_populate_record(p.present, newest.row)) is distinct from to_jsonb(p.present) then 'row_changed'
        end as what
      from (select t as present, t.${sql.ref(id)} as present_id from ${sql.table(table)} t) p
      full join newest on newest.entity_id = p.present_id
    )
    select counted.rows, counted.difference_count, told.id, told.what
    from (select count(*) filter (where is_there)::int as rows, count(what)::int as difference_count from compared) counted
    left join (select id, what from compared where what is not null order by id limit ${mostTold}) told on true`.execute(
    db,
  )
  return {
    rows: rows[0]?.rows ?? 0,
    differenceCount: rows[0]?.difference_count ?? 0,
    differences: rows.flatMap((row): Difference[] => (row.id === null ? [] : [{ table, id: row.id, what: row.what }])),
  }
}

/** What people call a row is read from its newest entry, which is still there where the row is not. */
async function withNames(db: Reader, differences: readonly Difference[]): Promise<readonly LedgerBreak[]> {
  const known = differences.flatMap(({ table, id }) => (isEntityName(table) ? [{ entity: table, id }] : []))
  const names = await namesOf(db, known, null)
  return differences.map(({ table, id, what }) => ({
    position: null,
    entry: null,
    what,
    row: { table, id, name: names.get(`${table} ${id}`) ?? null },
  }))
}
