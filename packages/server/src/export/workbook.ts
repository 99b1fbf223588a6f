import writeExcelFile, { type Cell, type CellObject } from 'write-excel-file/node'
import { type ExportColumn, type ExportValue, xlsxCell } from './export-table.ts'

/** A column of a sheet: `percent` shows a share in [0, 1] as a percentage, `wrap` breaks long texts within the cell. */
export type SheetColumn<T> = ExportColumn<T> & { readonly percent?: boolean; readonly wrap?: boolean }

/** A sheet with a heading row that stays in sight and filters, or a list of labelled facts. */
export type WorkbookSheet =
  | {
      readonly kind: 'table'
      readonly name: string
      readonly heading: readonly string[]
      readonly rows: readonly Cell[][]
      readonly widths: readonly number[]
    }
  | {
      readonly kind: 'facts'
      readonly name: string
      readonly title: string
      readonly facts: readonly (readonly [string, ExportValue])[]
    }

/** Rows as typed cells under their headings. */
export function tableSheet<T>(name: string, columns: readonly SheetColumn<T>[], rows: readonly T[]): WorkbookSheet {
  return {
    kind: 'table',
    name,
    heading: columns.map((column) => column.header),
    widths: columns.map((column) => column.width ?? 18),
    rows: rows.map((row) => columns.map((column) => styled(xlsxCell(column.value(row)), column))),
  }
}

function styled(cell: Cell, { percent, wrap }: Pick<SheetColumn<never>, 'percent' | 'wrap'>): Cell {
  if (cell === null || cell === undefined || typeof cell !== 'object' || !('type' in cell)) return cell
  const top: CellObject = { ...cell, alignVertical: 'top', wrap: wrap === true }
  return percent && top.type === Number ? { ...top, format: '0%' } : top
}

/** Several sheets in one XLSX file. */
export async function toWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const filters = new Map(
    sheets.flatMap((sheet) => (sheet.kind === 'table' ? [[sheetName(sheet.name), filterRange(sheet)] as const] : [])),
  )
  const file = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: sheetName(sheet.name),
      ...(sheet.kind === 'table' ? tableData(sheet) : factsData(sheet)),
    })),
    {
      features: [
        {
          files: {
            transform: {
              'xl/worksheets/sheet{id}.xml': {
                // The filter stands right after the data (ECMA-376, CT_Worksheet).
                transform: (xml, { sheet = '' }) => {
                  const range = filters.get(sheet)
                  if (range === undefined) return xml
                  return xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`)
                },
              },
            },
          },
        },
      ],
    },
  )
  return new Uint8Array(await file.toBuffer())
}

type Table = Extract<WorkbookSheet, { readonly kind: 'table' }>
type Facts = Extract<WorkbookSheet, { readonly kind: 'facts' }>

function tableData({ heading, rows, widths }: Table) {
  const head = heading.map((value): Cell => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#eef1f0' }))
  return {
    data: [head, ...rows],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 2,
    orientation: 'landscape' as const,
  }
}

function factsData({ title, facts }: Facts) {
  const head: Cell[] = [{ value: title, type: String, fontWeight: 'bold', fontSize: 16 }, null]
  const rows = facts.map(([label, value]): Cell[] => [
    { value: label, type: String, textColor: '#5b6663', alignVertical: 'top' },
    styled(xlsxCell(value), { wrap: true }),
  ])
  return { data: [head, [null, null], ...rows], columns: [{ width: 30 }, { width: 90 }], showGridLines: false }
}

// A sheet's name has 31 characters at most and none of these (ECMA-376).
function sheetName(name: string): string {
  return name.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31)
}

function filterRange({ heading, rows }: Table): string {
  return `A1:${columnLetters(heading.length)}${rows.length + 1}`
}

function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}
