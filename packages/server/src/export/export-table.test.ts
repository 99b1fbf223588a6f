import { read, utils } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { type ExportColumn, exportTable, toCsv, toXlsx } from './export-table.ts'

type Row = { readonly text: string; readonly amount: number; readonly at: Date | null }

const columns: readonly ExportColumn<Row>[] = [
  { header: 'Text', value: (row) => row.text },
  { header: 'Amount', value: (row) => row.amount },
  { header: 'At', value: (row) => row.at },
]

const formulas = ['=1+1', '+1', '-2+3', '@SUM(1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠x', `=cmd|' /C calc'!A0`]

function table(rows: readonly Row[]) {
  return { name: 'things', columns, rows }
}

function textRow(text: string): Row {
  return { text, amount: -5.5, at: new Date('2026-03-01T12:00:00Z') }
}

describe('a table export', () => {
  it('writes headings and rows', () => {
    expect(toCsv(table([textRow('a "b", c\nd')]))).toBe(
      '\uFEFFText,Amount,At\r\n"a ""b"", c\nd",-5.5,2026-03-01T12:00:00.000Z\r\n',
    )
    expect(toCsv(table([{ text: '', amount: 0, at: null }]))).toBe('\uFEFFText,Amount,At\r\n,0,\r\n')
  })

  it.each(['a\nb', 'a\rb', 'a\r\nb'])('keeps the lines of a text within its cell: %j', (text) => {
    const book = read(toCsv(table([textRow(text)])), { type: 'string', FS: ',' })
    const rows = utils.sheet_to_json<unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
    expect(rows).toHaveLength(2)
    expect(rows[1]?.[0]).toBe(text)
  })

  it.each(formulas)('gives no text back as a formula in CSV: %j', (formula) => {
    const line = toCsv(table([textRow(formula)])).split('\r\n')
    expect(line.slice(1).join('\r\n').replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it.each(formulas)('types every text as text in XLSX: %j', async (formula) => {
    const sheet = read(await toXlsx(table([textRow(formula)]))).Sheets.things
    expect(sheet?.A2).toMatchObject({ t: 's' })
    expect(sheet?.A2?.f).toBeUndefined()
    expect(sheet?.B2).toMatchObject({ t: 'n', v: -5.5 })
  })

  it('leaves out what XML cannot hold, and keeps the rest', async () => {
    const workbook = read(await toXlsx(table([textRow('a\u0001b <c> & \uFFFE"d" 🦉')])))
    expect(workbook.SheetNames).toEqual(['things'])
    const [, row] = utils.sheet_to_json<unknown[]>(workbook.Sheets.things ?? {}, { header: 1 })
    expect(row?.[0]).toBe('ab <c> & "d" 🦉')
  })

  it('is a download with a name', async () => {
    const response = await exportTable(table([]), 'xlsx')
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="things.xlsx"')
    expect((await response.arrayBuffer()).byteLength).toBeGreaterThan(1_000)
    expect((await exportTable(table([]), 'csv')).headers.get('content-type')).toBe('text/csv; charset=utf-8')
  })
})
