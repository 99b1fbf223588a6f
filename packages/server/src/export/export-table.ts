import { type ExportFormat, xlsxMediaType } from '@sinew/contract/export/export-format.ts'
import { stringify } from 'csv-stringify/sync'
import writeExcelFile, { type Cell } from 'write-excel-file/node'

export type ExportValue = string | number | boolean | Date | null

/** A column of a table: its heading, its value in a row, and its width in the spreadsheet in characters. */
export type ExportColumn<T> = {
  readonly header: string
  readonly value: (row: T) => ExportValue
  readonly width?: number
}

export type ExportTable<T> = {
  /** Name of the file without ending, and of the sheet: `risk-register`. */
  readonly name: string
  readonly columns: readonly ExportColumn<T>[]
  readonly rows: readonly T[]
}

/**
 * Any list as a file to take away: columns and rows in, the whole download answer out. Every list of the product exports
 * through this one function.
 *
 * No cell can become a formula where the file is opened: in CSV a text that starts like one gets an apostrophe in front, in
 * XLSX every text is typed as text (OWASP ASVS 5.0.0, V1.2.10). CSV is UTF-8 with a byte order mark and CR LF, which
 * spreadsheets read without asking; dates are ISO 8601 in UTC. Numbers stay numbers: give money in major units.
 */
export async function exportTable<T>(table: ExportTable<T>, format: ExportFormat): Promise<Response> {
  const [mediaType, body] =
    format === 'csv' ? ['text/csv; charset=utf-8', toCsv(table)] : [xlsxMediaType, await toXlsx(table)]
  return new Response(body, {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${table.name}.${format}"`,
      'cache-control': 'no-store',
    },
  })
}

export function toCsv<T>({ columns, rows }: ExportTable<T>): string {
  return stringify(
    [
      columns.map((column) => column.header),
      ...rows.map((row) => columns.map((column) => csvValue(column.value(row)))),
    ],
    // Rows end with CR LF, but a lone line break within a text would end one as well.
    { bom: true, escape_formulas: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ },
  )
}

function csvValue(value: ExportValue): string | number {
  if (value === null) return ''
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value
}

export async function toXlsx<T>({ name, columns, rows }: ExportTable<T>): Promise<Uint8Array<ArrayBuffer>> {
  const heading = columns.map(({ header }): Cell => ({ value: header, type: String, fontWeight: 'bold' }))
  const cells = rows.map((row) => columns.map((column) => xlsxCell(column.value(row))))
  const file = writeExcelFile([heading, ...cells], {
    // A sheet's name has 31 characters at most (ECMA-376).
    sheet: name.slice(0, 31),
    columns: columns.map(({ width }) => ({ width: width ?? 18 })),
    stickyRowsCount: 1,
  })
  return new Uint8Array(await file.toBuffer())
}

/** A value as a cell of its type. Text is typed as text, so that nothing in it is ever computed. */
export function xlsxCell(value: ExportValue): Cell {
  if (value === null || value === '') return null
  if (value instanceof Date) return { value, type: Date, format: 'yyyy-mm-dd' }
  if (typeof value === 'number') return { value, type: Number }
  return { value: typeof value === 'boolean' ? (value ? 'yes' : 'no') : xmlText(value), type: String }
}

/** XML 1.0 cannot hold these characters in any form; a file with one of them does not open. A cell holds 32,767 characters. */
function xmlText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out.
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '').slice(0, 32_767)
}
