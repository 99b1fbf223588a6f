import { CsvError, parse } from 'csv-parse/sync'
import { AppError, type FieldError } from '../errors.ts'
import { readSpreadsheet } from './read-spreadsheet.ts'

/** A row of a table by the names of its columns, and the line it ends on, or its row in a spreadsheet. */
export type TableRow<K extends string> = { readonly line: number; readonly cells: Readonly<Record<K, string>> }

/** Headings by which each column is known, in small letters; the first column is the one that has to be there. */
type Names<K extends string> = Readonly<Record<K, readonly string[]>>

const mostRows = 5_000

/** Rows of a table in CSV, with a comma, a semicolon or a tab between cells. */
export function readTable<K extends string>(csv: string, names: Names<K>): readonly TableRow<K>[] {
  return rowsOf(parsed(csv.replace(/^\uFEFF/, '')), names)
}

/** A table as it came: text in CSV, or an XLSX file in base 64, of which the first sheet is read. */
export type GivenTable = { readonly csv?: string | undefined; readonly xlsx?: string | undefined }

/** The same of a table in either form; exactly one of them is given. */
export function readGivenTable<K extends string>({ csv, xlsx }: GivenTable, names: Names<K>): readonly TableRow<K>[] {
  if ((csv === undefined) === (xlsx === undefined))
    throw new AppError(422, 'Give one table: as CSV or as an XLSX file.')
  if (xlsx === undefined) return readTable(csv ?? '', names)
  const rows = readSpreadsheet(Buffer.from(xlsx, 'base64'), mostRows + 2)
  const records = rows.map((record, at) => ({ record, info: { lines: at + 1 } }))
  return rowsOf(
    records.filter(({ record }) => record.some((cell) => cell.trim() !== '')),
    names,
  )
}

function rowsOf<K extends string>([head, ...rows]: readonly Parsed[], names: Names<K>): readonly TableRow<K>[] {
  const headings = (head?.record ?? []).map((heading) => heading.toLowerCase().replace(/[^a-z]/g, ''))
  const columns = (Object.keys(names) as K[]).map(
    (key) => [key, headings.findIndex((heading) => names[key].includes(heading))] as const,
  )
  const [[first, at] = ['' as string, -1]] = columns
  const heading = `${first.charAt(0).toUpperCase()}${first.slice(1)}`
  if (at === -1) throw tableProblem([{ path: 'line 1', message: `There is no heading “${heading}”.` }])
  if (rows.length === 0) throw tableProblem([{ path: 'line 1', message: 'There is no row below the heading.' }])
  if (rows.length > mostRows) throw tableProblem([{ path: 'line 1', message: `A table has at most ${mostRows} rows.` }])
  return rows.map(({ record, info }) => ({
    line: info.lines,
    cells: Object.fromEntries(columns.map(([key, place]) => [key, (record[place] ?? '').trim()])) as Record<K, string>,
  }))
}

type Parsed = { readonly record: readonly string[]; readonly info: { readonly lines: number } }

function parsed(text: string): readonly Parsed[] {
  const [heading = ''] = text.split('\n', 1)
  const delimiter = [';', '\t', ','].find((one) => heading.includes(one)) ?? ','
  try {
    // With `info`, the library gives records beside where they stand; its types do not say so.
    return parse(text, {
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as Parsed[]
  } catch (error) {
    if (error instanceof CsvError) throw tableProblem([{ path: `line ${error.lines ?? 1}`, message: error.message }])
    throw error
  }
}

/** All rows are taken over or none: each error says on which line it is. */
export function tableProblem(errors: readonly FieldError[]): AppError {
  return new AppError(422, 'The table is not right, and nothing of it was taken over.', { errors })
}
