import type { Explanation, ExplanationUnit } from '@sinew/core/explanation/explanation.ts'
import { formatMoneyFull, formatMoneyShort } from '@sinew/core/money/format-money.ts'
import { formatDay } from '@sinew/core/time/calendar.ts'

type Term = Pick<Explanation, 'value' | 'unit'>

/** At most three significant digits: `0.85`, `12.4`, `1,240`. */
export function shortNumber(value: number): string {
  if (!Number.isFinite(value)) return 'unknown'
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 })
}

const numeric: Readonly<Record<Exclude<ExplanationUnit, 'minor' | 'state' | 'date'>, (value: number) => string>> = {
  share: (value) => `${shortNumber(value * 100)} %`,
  ratio: (value) => `${shortNumber(value)} ×`,
  probability: (value) => `${shortNumber(value * 100)} %`,
  per_year: (value) => `${shortNumber(value)} a year`,
  days: (value) => (value === 1 ? '1 day' : `${shortNumber(value)} days`),
  weight: (value) => shortNumber(value),
  count: (value) => shortNumber(value),
}

/** A term's value for people: short money, percent, days. Nothing known reads as `unknown`. */
export function termValue({ value, unit }: Term, currency: string): string {
  if (value === null || value === '') return 'unknown'
  if (typeof value === 'string') return value
  if (unit === 'minor') return formatMoneyShort(value, currency)
  if (unit === 'date') return formatDay(value)
  return unit === 'state' ? String(value) : numeric[unit](value)
}

/** The value to the last digit, where the short one hides some. */
export function fullTermValue({ value, unit }: Term, currency: string): string {
  if (typeof value !== 'number') return termValue({ value, unit }, currency)
  return unit === 'minor' ? formatMoneyFull(value, currency) : unit === 'date' ? formatDay(value) : String(value)
}

/** The whole tree as indented text, for a mail or a working paper. */
export function explanationText(term: Explanation, currency: string, depth = 0): string {
  const source = term.source ? ` [${term.source.ref} ${term.source.label}]` : ''
  const formula = term.formula ? ` = ${term.formula}` : ''
  const line = `${'  '.repeat(depth)}${term.label}: ${fullTermValue(term, currency)}${formula}${source}`
  return [line, ...term.terms.map((child) => explanationText(child, currency, depth + 1))].join('\n')
}
