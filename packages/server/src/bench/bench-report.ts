import type { Measured } from './measure.ts'

/** One line of the table. */
export type Figure = Measured & {
  readonly group: string
  /** p95 is to stay below this, where there is an aim. */
  readonly aimMs?: number
  /** Whether the aim is for the median instead. */
  readonly judgedBy?: 'p50'
  /** The same work with less around it, measured in the same run. */
  readonly beside?: Measured
}

export type Report = {
  readonly size: Readonly<Record<string, number>>
  readonly machine: string
  /** How many processes wanted to run, on average over the minute before the bench began and ended. */
  readonly load: { readonly before: number; readonly after: number }
  readonly figures: readonly Figure[]
  readonly memory: readonly Memory[]
}

export type Memory = {
  readonly name: string
  readonly megabytes: number
  /** The same with less in it. */
  readonly beside?: { readonly name: string; readonly megabytes: number }
}

export function isOver({ p50Ms, p95Ms, aimMs, judgedBy }: Figure): boolean {
  return aimMs !== undefined && (judgedBy === 'p50' ? p50Ms : p95Ms) >= aimMs
}

/** The report for a person: one table, the aim beside each figure. */
export function toTable(report: Report): string {
  const head = ['', 'best ms', 'p50 ms', 'p95 ms', 'aim ms', '', 'ratio of p50']
  const rows = report.figures.map((figure) => [
    `  ${figure.name}`,
    milliseconds(figure.bestMs),
    milliseconds(figure.p50Ms),
    milliseconds(figure.p95Ms),
    figure.aimMs === undefined ? '' : `${figure.judgedBy ?? ''} < ${figure.aimMs}`.trim(),
    figure.aimMs === undefined ? '' : isOver(figure) ? 'OVER' : 'ok',
    figure.beside === undefined ? '' : `${ratio(figure, figure.beside)} × ${figure.beside.name}`,
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 || column === 6 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd()
  const { before, after } = report.load
  const load = `load ${before.toFixed(1)} before, ${after.toFixed(1)} after`
  const lines = [describeSize(report.size), `${report.machine}; ${load}`, '', line(head)]
  let group = ''
  report.figures.forEach((figure, index) => {
    if (figure.group !== group) lines.push(figure.group)
    group = figure.group
    lines.push(line(rows[index] ?? []))
  })
  lines.push('Memory', ...report.memory.map(memoryLine))
  const over = report.figures.filter(isOver)
  lines.push('', over.length === 0 ? 'Every aim is met.' : `Over their aim: ${over.map(nameOf).join('; ')}`)
  return `${lines.join('\n')}\n`
}

/** Portfolios of several sizes have the same rows. */
function nameOf({ name, group, judgedBy }: Figure): string {
  return judgedBy === undefined ? name : `${group}: ${name}`
}

function memoryLine({ name, megabytes, beside }: Memory): string {
  const compared = beside === undefined ? '' : `, ${(megabytes / beside.megabytes).toFixed(1)} × ${beside.name}`
  return `  ${name}: ${Math.round(megabytes)} MB${compared}`
}

/** The report for a program: every figure with its ratio. */
export function toJson(report: Report): unknown {
  return {
    ...report,
    figures: report.figures.map((figure) => ({
      ...figure,
      ratio: figure.beside === undefined ? null : figure.p50Ms / figure.beside.p50Ms,
      verdict: figure.aimMs === undefined ? null : isOver(figure) ? 'over' : 'ok',
    })),
  }
}

function describeSize(size: Report['size']): string {
  return Object.entries(size)
    .map(([what, count]) => `${count.toLocaleString('en')} ${what}`)
    .join(', ')
}

function milliseconds(value: number): string {
  return value < 1 ? value.toFixed(3) : value < 10 ? value.toFixed(2) : value.toFixed(value < 100 ? 1 : 0)
}

function ratio(figure: Measured, beside: Measured): string {
  const times = figure.p50Ms / beside.p50Ms
  if (times < 0.1) return times.toPrecision(1)
  return times < 10 ? times.toFixed(1) : times.toFixed(0)
}
