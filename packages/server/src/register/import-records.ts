import type { ImportOutcome, RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { minorDigitsOf } from '@sinew/core/catalogue/currencies.ts'
import type { Field } from '@sinew/core/register/field.ts'
import { parseCell } from '@sinew/core/register/parse-cell.ts'
import { CsvError, parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import type { Context, Reader } from '../context.ts'
import { AppError, invalidField, RefusalError } from '../errors.ts'
import { sayPlainly } from '../http/say-plainly.ts'
import { findByNames } from './find-by-names.ts'
import type { AnyRegister, RegisterRules } from './register-rules.ts'
import { insertRecord } from './write-record.ts'

const mostRows = 5_000
type Problem = ImportOutcome['problems'][number]
type Values = Readonly<Record<string, unknown>>

/** Adds every row of a table, or none of them; each problem says where it is. */
export async function importRecords(
  ctx: Context,
  contract: RegisterContract,
  rules: RegisterRules<AnyRegister>,
  { csv, dryRun }: { readonly csv: string; readonly dryRun: boolean },
): Promise<ImportOutcome> {
  const register = contract.register as unknown as AnyRegister
  const rows = readTable(csv)
  const columns = columnsOf(register, rows[0] ?? [])
  const unit =
    10 ** minorDigitsOf((await ctx.db.selectFrom('organization').select('currency').executeTakeFirstOrThrow()).currency)
  const problems: Problem[] = []
  const bodies: Values[] = []
  const table = rows.slice(1).map((cells) => readRow(columns, cells, unit))
  const found = await findNamed(ctx.db, table)
  for (const [at, one] of table.entries()) {
    const row = at + 2
    const read = withNamed(one, found)
    problems.push(...read.problems.map((problem) => ({ row, ...problem })))
    if (read.problems.length > 0) continue
    const body = contract.create.body.safeParse(read.values, { error: sayPlainly })
    if (body.success) bodies.push(body.data as Values)
    else
      problems.push(
        ...body.error.issues.map((issue) => ({
          row,
          column: labelOf(register, String(issue.path[0] ?? '')),
          message: issue.message,
        })),
      )
  }
  if (problems.length > 0) return { added: 0, rows: rows.length - 1, problems: problems.slice(0, 500) }
  const refused = await insertAll(ctx, register, rules, bodies, dryRun)
  return { added: refused.length > 0 ? 0 : bodies.length, rows: bodies.length, problems: refused }
}

/** Thrown to take everything back that was written to look. */
class Undone extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('taken back')
    this.problems = problems
  }
}

async function insertAll(
  ctx: Context,
  register: AnyRegister,
  rules: RegisterRules<AnyRegister>,
  bodies: readonly Values[],
  dryRun: boolean,
): Promise<Problem[]> {
  try {
    await ctx.recorded({ derives: rules.derives === true }, async (tx) => {
      await sql`savepoint import`.execute(tx)
      const refused: Problem[] = []
      for (const [at, body] of bodies.entries()) {
        try {
          await insertRecord(ctx, tx, register, rules, body)
        } catch (error) {
          if (!(error instanceof RefusalError || error instanceof AppError)) throw error
          refused.push({ row: at + 2, column: '', message: error.message })
        }
      }
      if (dryRun || refused.length > 0) {
        await sql`rollback to savepoint import`.execute(tx)
        throw new Undone(refused)
      }
    })
    return []
  } catch (error) {
    if (error instanceof Undone) return [...error.problems]
    throw error
  }
}

function readTable(csv: string): string[][] {
  const text = csv.replace(/^\uFEFF/, '')
  const [heading = ''] = text.split('\n', 1)
  try {
    const delimiter = [';', '\t', ','].find((one) => heading.includes(one)) ?? ','
    const rows: string[][] = parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true })
    if (rows.length - 1 > mostRows)
      throw invalidField('csv', `A table has at most ${mostRows} rows; this one has ${rows.length - 1}.`)
    if (rows.length < 2) throw invalidField('csv', 'There is no row below the heading.')
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw invalidField('csv', `This is no table: ${error.message}`)
    throw error
  }
}

type Column = { readonly key: string; readonly field: Field; readonly heading: string }

/** Which field each column fills, by the heading people read or by its name. */
function columnsOf(register: AnyRegister, headings: readonly string[]): readonly (Column | null)[] {
  const fields = Object.entries(register.fields)
  const columns = headings.map((heading): Column | null => {
    const wanted = heading
      .trim()
      .replace(/ \([A-Z]{3}\)$/, '')
      .toLowerCase()
    const found = fields.find(([key, { label }]) => label.toLowerCase() === wanted || key.toLowerCase() === wanted)
    return found ? { key: found[0], field: found[1], heading } : null
  })
  if (columns.every((column) => column === null))
    throw invalidField(
      'csv',
      `No heading names a field. Fields are: ${fields.map(([, { label }]) => label).join(', ')}.`,
    )
  return columns
}

type Read = {
  readonly values: Values
  readonly problems: readonly Omit<Problem, 'row'>[]
  /** References by what they are written as, to be looked up. */
  readonly named: readonly (Column & { readonly table: string; readonly written: string })[]
}

function readRow(columns: readonly (Column | null)[], cells: readonly string[], minorPerUnit: number): Read {
  const values: Record<string, unknown> = {}
  const problems: Omit<Problem, 'row'>[] = []
  const named: Read['named'][number][] = []
  for (const [at, column] of columns.entries()) {
    if (column === null) continue
    const read = parseCell(column.field, cells[at] ?? '', minorPerUnit)
    if ('problem' in read) problems.push({ column: column.heading, message: read.problem })
    else if (read.value === undefined) continue
    else if (column.field.kind === 'reference')
      named.push({ ...column, table: column.field.to, written: String(read.value) })
    else values[column.key] = read.value
  }
  return { values, problems, named }
}

type Names = ReadonlyMap<string, ReadonlyMap<string, string>>

/** What the rows refer to, one query for a table. */
async function findNamed(db: Reader, rows: readonly Read[]): Promise<Names> {
  const byTable = Map.groupBy(
    rows.flatMap(({ named }) => named),
    ({ table }) => table,
  )
  const found = new Map<string, ReadonlyMap<string, string>>()
  for (const [table, all] of byTable)
    found.set(
      table,
      await findByNames(
        db,
        table,
        all.map(({ written }) => written),
      ),
    )
  return found
}

/** The row with the ids of what it refers to. */
function withNamed({ values, problems, named }: Read, found: Names): Pick<Read, 'values' | 'problems'> {
  const ids = named.map((one) => ({ ...one, id: found.get(one.table)?.get(one.written.toLowerCase()) }))
  const missing = ids.filter(({ id }) => id === undefined)
  return {
    values: { ...values, ...Object.fromEntries(ids.map(({ key, id }) => [key, id])) },
    problems: [
      ...problems,
      ...missing.map(({ heading, written }) => ({
        column: heading,
        message: `There is no “${written}”, or more than one.`,
      })),
    ],
  }
}

function labelOf(register: AnyRegister, key: string): string {
  return register.fields[key]?.label ?? key
}
