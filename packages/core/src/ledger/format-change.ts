import { formatMoneyFull } from '../money/format-money.ts'
import type { FieldChange, ShownValue } from './diff-rows.ts'

/** A value of the ledger as plain text; instants to the minute in UTC. Nothing there reads as `nothing`. */
export function formatShown(kind: FieldChange['kind'], value: ShownValue, currency: string): string {
  if (value === null || value === '') return 'nothing'
  if (kind === 'money' && typeof value === 'number') return formatMoneyFull(value, currency)
  if (kind === 'instant' && typeof value === 'string') return value.slice(0, 16).replace('T', ' ')
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return Array.isArray(value) ? value.join(', ') || 'nothing' : String(value)
}

/** `Owner: Ann → Bob`. */
export function formatChange({ label, kind, before, after }: FieldChange, currency: string): string {
  if (kind === 'many') return `${label}: ${after} values`
  if (before === null) return `${label}: ${formatShown(kind, after, currency)}`
  return `${label}: ${formatShown(kind, before, currency)} → ${formatShown(kind, after, currency)}`
}
