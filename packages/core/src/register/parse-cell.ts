import type { Field } from './field.ts'

/** A cell of a table as the value of a field, or what is wrong with it. References are left as they were written. */
export type ParsedCell = { readonly value: unknown } | { readonly problem: string }

/**
 * Reads a cell as a person writes it: words of a choice by what people read or by its name, yes and no, days as 2026-01-31, amounts in
 * major units, lists with commas.
 * @param minorPerUnit minor units in one unit of the organisation's currency
 */
export function parseCell(field: Field, cell: string, minorPerUnit: number): ParsedCell {
  const text = cell.trim()
  if (text === '') return isNeeded(field) ? { problem: 'This is needed.' } : { value: undefined }
  switch (field.kind) {
    case 'choice':
      return chosen(field.words, text)
    case 'flag':
      return flagOf(text)
    case 'day':
      return dayOf(text)
    case 'number':
    case 'money': {
      const amount = Number(text.replaceAll(/[ _']/g, ''))
      if (!Number.isFinite(amount)) return { problem: `“${text}” is no number. Write 1250.50.` }
      return { value: field.kind === 'money' ? Math.round(amount * minorPerUnit) : amount }
    }
    case 'list': {
      const parts = text
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean)
      if (field.words === undefined) return { value: parts }
      const { words } = field
      const read = parts.map((part) => chosen(words, part))
      return read.find((one) => 'problem' in one) ?? { value: read.map((one) => ('value' in one ? one.value : null)) }
    }
    default:
      return { value: text }
  }
}

function isNeeded(field: Field): boolean {
  return 'isRequired' in field && field.isRequired
}

function chosen(words: Readonly<Record<string, string>>, text: string): ParsedCell {
  const wanted = text.toLowerCase()
  const found = Object.entries(words).find(([name, word]) => name === wanted || word.toLowerCase() === wanted)
  return found ? { value: found[0] } : { problem: `“${text}” is none of: ${Object.values(words).join(', ')}.` }
}

function flagOf(text: string): ParsedCell {
  if (/^(yes|y|true|1)$/i.test(text)) return { value: true }
  return /^(no|n|false|0)$/i.test(text) ? { value: false } : { problem: `“${text}” is neither yes nor no.` }
}

function dayOf(text: string): ParsedCell {
  const isDay = /^\d{4}-\d\d-\d\d(T.*)?$/.test(text)
  const at = isDay ? Date.parse(text.length === 10 ? `${text}T12:00:00Z` : text) : Number.NaN
  if (Number.isNaN(at)) return { problem: `“${text}” is no day. Write 2026-01-31.` }
  return { value: new Date(at).toISOString() }
}
