import type { Citation, CitationGroup } from '@sinew/contract/citation/citation-contract.ts'
import { registers } from '@sinew/contract/register/registers.ts'
import { type CitingRegister, citingRegisters, namesOfControl } from '@sinew/core/citation/citing-fields.ts'
import { columnOf, type Register, stateWords } from '@sinew/core/register/register.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { namedRow, nameOfRow } from '../register/referenced-tables.ts'
import { assertReadable, type End } from './link-store.ts'

type Row = {
  readonly entity: string
  readonly id: string
  readonly ref: string
  readonly name: string
  readonly as: readonly string[]
  readonly state: string | null
  readonly whole: Citation['whole']
  readonly updated_at: Date
  readonly total: string
}

/**
 * Records that name an object, register by register, `limit` of each; what the caller may not read is left out.
 *
 * @throws AppError 403 where the caller may not read such objects, 404 where there is none of that id.
 */
export async function findCitations(ctx: Context, end: End, limit: number): Promise<CitationGroup[]> {
  await assertReadable(ctx, ctx.db, end)
  const names = end.entity === 'control' ? await namesOf(ctx.db, end.entityId) : []
  const citing = citingRegisters(
    registers.map(({ register }) => register),
    end.entity,
  ).filter(({ register }) => ctx.can(register.read))
  // One question for all of them: some fifty registers can name a person.
  const [first, ...more] = citing.map((one) =>
    ctx.db.selectFrom(rowsThatName(ctx.db, one, end.entityId, names, limit).as('found')).selectAll(),
  )
  if (first === undefined) return []
  const rows = await more.reduce((all, one) => all.unionAll(one), first).execute()
  const byRegister = Map.groupBy(rows, ({ entity }) => entity)
  return citing.flatMap(({ register }) => {
    const { table, title } = register
    const found = byRegister.get(table) ?? []
    const [newest] = found
    if (newest === undefined) return []
    const items = found.map((row) => toCitation(register, row))
    return [{ entity: table, title, total: Number(newest.total), items }]
  })
}

async function namesOf(db: Reader, controlId: string): Promise<readonly string[]> {
  const { ref } = await db.selectFrom('control').select('ref').where('id', '=', controlId).executeTakeFirstOrThrow()
  return namesOfControl(ref)
}

function rowsThatName(
  db: Reader,
  { register, fields }: CitingRegister,
  id: string,
  names: readonly string[],
  limit: number,
) {
  const conditions = fields.map(({ key, label, holds }) => {
    const column = sql.ref(`record.${columnOf(key)}`)
    const condition =
      holds === 'id'
        ? sql<boolean>`${column} = ${id}`
        : holds === 'requirement'
          ? sql<boolean>`${column} = any (${names}::text[])`
          : sql<boolean>`${column} && ${names}::text[]`
    return { label, condition }
  })
  const labels = sql.join(conditions.map(({ label, condition }) => sql`case when ${condition} then ${label} end`))
  const { ref, name } = nameOfRow(register.table, 'record')
  // The registers' tables have these columns alike; the compiler gives up on a union of so many.
  const records = db.selectFrom(`${register.table} as record` as 'audit_check as record')
  const whole = register.part?.entity
  const joined =
    whole === undefined || register.part === null
      ? records
      : (records.leftJoin(
          `${whole} as whole` as 'audit as whole',
          'whole.id',
          `record.${register.part.column}` as 'record.audit_id',
        ) as typeof records)
  return joined
    .select([
      sql<string>`${register.table}::text`.as('entity'),
      'record.id',
      ref.as('ref'),
      name.as('name'),
      sql<string[]>`array_remove(array[${labels}]::text[], null)`.as('as'),
      stateOf(register).as('state'),
      (whole === undefined
        ? sql<Citation['whole']>`null::json`
        : (namedRow(whole, 'whole') as RawBuilder<Citation['whole']>)
      ).as('whole'),
      'record.updated_at',
      sql<string>`count(*) over ()`.as('total'),
    ])
    .where((where) => where.or(conditions.map(({ condition }) => condition)))
    .orderBy('record.updated_at', 'desc')
    .orderBy('record.number', 'desc')
    .limit(limit)
}

function stateOf({ states }: Register): RawBuilder<string | null> {
  return states === undefined ? sql`null::text` : sql`${sql.ref(`record.${columnOf(states.field)}`)}::text`
}

function toCitation(register: Register, row: Row): Citation {
  const { id, ref, name, as, state, whole } = row
  return {
    entity: register.table,
    id,
    ref,
    name,
    as: [...as],
    state: state === null ? null : (stateWords(register)[state] ?? state),
    whole,
    changedAt: row.updated_at.toISOString(),
  }
}
