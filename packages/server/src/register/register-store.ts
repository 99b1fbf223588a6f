import type { Field } from '@sinew/core/register/field.ts'
import {
  columnOf,
  frozenRefusals,
  heldRefusals,
  type RecordOf,
  referenceName,
  registerSorts,
} from '@sinew/core/register/register.ts'
import { type Expression, type ExpressionBuilder, type SelectQueryBuilder, sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'
import { wholeOf } from './held.ts'
import { namedRow, nameOfRow } from './referenced-tables.ts'
import type { AnyRegister, RegisterRules } from './register-rules.ts'

type Row = Readonly<Record<string, unknown>>
/** The tables by names known at run time alone: their columns follow from the register's declaration. */
type LooseTables = Record<string, Record<string, unknown>>
type Rows = SelectQueryBuilder<LooseTables, string, Row>
type Loose = { readonly selectFrom: (table: string) => SelectQueryBuilder<LooseTables, string, object> }

const alias = (key: string) => `ref_${columnOf(key)}`

function referencesOf({ fields, stamped }: AnyRegister): readonly (readonly [string, string])[] {
  return Object.entries({ ...fields, ...stamped }).flatMap(([key, field]) =>
    field.kind === 'reference' ? [[key, field.to] as const] : [],
  )
}

/** All records with the names of what they refer to and what is worked out of them. */
function rowsOf(db: Reader, register: AnyRegister, rules: RegisterRules<AnyRegister>, at: Date): Rows {
  let rows = (db as unknown as Loose).selectFrom(`${register.table} as record`).selectAll('record') as unknown as Rows
  for (const [key, to] of referencesOf(register)) {
    rows = rows
      .leftJoin(`${to} as ${alias(key)}`, `${alias(key)}.id`, `record.${columnOf(key)}`)
      .select(namedRow(to, alias(key)).as(`named_${columnOf(key)}`)) as unknown as Rows
  }
  const whole = wholeOf(register)
  if (whole?.states !== undefined && register.parent !== undefined)
    rows = rows.select(
      sql.ref(`${alias(register.parent)}.${columnOf(whole.states.field)}`).as('whole_state'),
    ) as unknown as Rows
  for (const [key, expression] of computedOf(db, register, rules, at))
    rows = rows.select(sql`${expression}`.as(`computed_${columnOf(key)}`)) as unknown as Rows
  return rows
}

function computedOf(db: Reader, register: AnyRegister, rules: RegisterRules<AnyRegister>, at: Date) {
  return Object.keys(register.computed).map((key): readonly [string, Expression<unknown>] => {
    const expression = rules.computed?.[key]
    if (expression === undefined) throw new Error(`${register.table}: nothing works out ${key}`)
    return [key, expression(db, at)]
  })
}

const toIso = (value: unknown) => (value instanceof Date ? value.toISOString() : (value as string | null))

function readValue(field: Field, value: unknown): unknown {
  if (field.kind === 'day') return value === null ? null : new Date(value as string).toISOString()
  if (field.kind === 'list') return [...((value as readonly string[] | null) ?? [])]
  if (field.kind === 'number' || field.kind === 'money') return value === null ? null : Number(value)
  return value
}

function toRecord<R extends AnyRegister>(register: R, row: Row): RecordOf<R> {
  const own = Object.entries({ ...register.fields, ...register.stamped })
  const record = {
    id: row.id,
    version: row.version,
    number: row.number,
    ...Object.fromEntries(own.map(([key, field]) => [key, readValue(field, row[columnOf(key)])])),
    ...Object.fromEntries(
      Object.entries(register.computed).map(([key, field]) => [
        key,
        readValue(field, row[`computed_${columnOf(key)}`]),
      ]),
    ),
    ...Object.fromEntries(
      referencesOf(register).map(([key]) => [referenceName(key), row[`named_${columnOf(key)}`] ?? null]),
    ),
    createdAt: toIso(row.created_at),
    updatedAt: toIso(row.updated_at),
  }
  // Made of the register's own fields; the compiler cannot follow names that are known at run time.
  return { ...record, frozen: whyFrozen(register, record, row) } as unknown as RecordOf<R>
}

function whyFrozen(register: AnyRegister, record: Row, row: Row): string | null {
  const whole = wholeOf(register)
  const named = record[referenceName(register.parent ?? '')] as { readonly ref: string } | null | undefined
  const held =
    whole === undefined || !named
      ? []
      : heldRefusals(register, whole, { ref: named.ref, state: String(row.whole_state) })
  return [...frozenRefusals(register, record), ...held][0]?.message ?? null
}

export type RegisterQuery = PageQuery & { readonly q?: string | undefined } & Readonly<Record<string, unknown>>

/** A page of a register, filtered, sorted and counted in SQL. */
export function findRecords<R extends AnyRegister>(
  ctx: Pick<Context, 'db' | 'asOf' | 'now'>,
  register: R,
  rules: RegisterRules<R>,
  query: RegisterQuery,
): Promise<Page<RecordOf<R>>> {
  const at = ctx.asOf ?? ctx.now
  const loose = rules as unknown as RegisterRules<AnyRegister>
  const computed = new Map(computedOf(ctx.db, register, loose, at))
  const expressionOf = (key: string) => computed.get(key) ?? sql.ref(`record.${columnOf(key)}`)
  let rows = rowsOf(ctx.db, register, loose, at)
  if (query.number !== undefined) rows = rows.where('record.number', '=', query.number)
  if (query.q) {
    const pattern = containsPattern(query.q)
    const columns = [register.named, ...(rules.searched ?? [])]
    rows = rows.where((where: ExpressionBuilder<LooseTables, string>) =>
      where.or(columns.map((key) => where(`record.${columnOf(key)}`, 'ilike', pattern))),
    )
  }
  for (const [key, field] of Object.entries({ ...register.fields, ...register.stamped, ...register.computed })) {
    const wanted = query[key]
    if (wanted === undefined || !['choice', 'flag', 'reference'].includes(field.kind)) continue
    rows = rows.where(sql<boolean>`${expressionOf(key)} = ${wanted}`)
  }
  return listPage(rows, query, sortsOf(register, expressionOf), (row) => toRecord(register, row), 'record.id')
}

/** Choices are sorted as people rank them, references by the names they show. */
function sortsOf(register: AnyRegister, expressionOf: (key: string) => Expression<unknown>) {
  const all: Readonly<Record<string, Field>> = { ...register.fields, ...register.stamped, ...register.computed }
  return Object.fromEntries(
    registerSorts(register).map((key) => {
      const field = all[key]
      if (field?.kind === 'choice')
        return [key, sql`array_position(${sql.val(Object.keys(field.words))}::text[], ${expressionOf(key)})`]
      if (field?.kind === 'reference') return [key, nameOfRow(field.to, alias(key)).name]
      return [key, expressionOf(key)]
    }),
  )
}

export async function getRecord<R extends AnyRegister>(
  ctx: Pick<Context, 'db' | 'asOf' | 'now'>,
  register: R,
  rules: RegisterRules<R>,
  id: string,
): Promise<RecordOf<R>> {
  const loose = rules as unknown as RegisterRules<AnyRegister>
  const row = await rowsOf(ctx.db, register, loose, ctx.asOf ?? ctx.now)
    .where('record.id', '=', id)
    .executeTakeFirst()
  if (!row) throw notFound(register.label.toLowerCase())
  return toRecord(register, row as Row)
}

/** The record with its row locked until the transaction ends, so that nothing changes between a check and the write. */
export async function lockRecord<R extends AnyRegister>(
  ctx: Context,
  tx: Reader,
  register: R,
  rules: RegisterRules<R>,
  id: string,
): Promise<RecordOf<R>> {
  const locked = await (tx as unknown as Loose)
    .selectFrom(register.table)
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!locked) throw notFound(register.label.toLowerCase())
  return getRecord({ db: tx, asOf: null, now: ctx.now }, register, rules, id)
}
