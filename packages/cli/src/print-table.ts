export type TableColumn<T> = {
  readonly title: string
  readonly value: (row: T) => string
  readonly align?: 'right'
  /** Longer text is cut; the last column of a table is best left whole. */
  readonly max?: number
}

/** Rows under their titles, each column as wide as its widest text. */
export function printTable<T>(rows: readonly T[], columns: readonly TableColumn<T>[]): string {
  const cells = rows.map((row) => columns.map(({ value, max }) => cut(value(row), max)))
  const widths = columns.map(({ title }, at) => Math.max(title.length, ...cells.map((line) => line[at]?.length ?? 0)))
  const print = (line: readonly string[]) =>
    `${line
      .map((cell, at) =>
        columns[at]?.align === 'right' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()}\n`
  return [columns.map(({ title }) => title), ...cells].map(print).join('')
}

/** Names and what they hold, one a line; what is empty is left out. */
export function printFields(fields: readonly (readonly [string, string | null | undefined])[]): string {
  const present = fields.filter((field): field is readonly [string, string] => Boolean(field[1]))
  const width = Math.max(0, ...present.map(([name]) => name.length))
  return present.map(([name, value]) => `${name.padEnd(width)}  ${oneLine(value)}\n`).join('')
}

export function printJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

function cut(text: string, max = Number.POSITIVE_INFINITY): string {
  const line = oneLine(text)
  return line.length > max ? `${line.slice(0, max - 1)}…` : line
}

/** What somebody typed cannot steer the terminal it is shown in. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
}
