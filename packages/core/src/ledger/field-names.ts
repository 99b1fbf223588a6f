import { secretColumns } from './ledgered-entities.ts'
import { referenceColumns } from './reference-columns.ts'

/** Bookkeeping that says nothing to a reader. */
const bookkeeping = ['organization_id', 'id', 'version', 'created_at', 'updated_at', 'number', 'sort_key', 'slug']

const names: Readonly<Record<string, string>> = {
  frequency_low: 'Frequency from',
  frequency_high: 'Frequency to',
  loss_low_minor: 'Loss from',
  loss_high_minor: 'Loss to',
  reduction_low: 'Reduction from',
  reduction_high: 'Reduction to',
  coverage: 'Reach',
  frequency_shape: 'Law of how often',
  loss_shape: 'Law of how much',
  secondary_losses: 'Further losses',
  contained_saved: 'A contained event saves',
  properties: 'Affected properties',
  due_at: 'Due date',
  planned_at: 'Planned for',
  review_at: 'Next review',
  written_reasons: 'Reasons written by hand',
  scopes: 'Permissions',
  user_id: 'Signs in as',
  active: 'Active',
  job_title: 'Job title',
  in_scope: 'In scope',
  supersedes_id: 'Supersedes',
  loss_minor: 'What it cost',
  watched_from: 'Recorded completely from',
  watched_until: 'Recorded completely until',
  pinned: 'What it rested on',
}

/** `frequency_low` → `Frequency from`; inside of documents `levelThresholds` → `Level thresholds`. */
export function fieldName(field: string): string {
  const known = names[field]
  if (known !== undefined) return known
  const words = field
    .replace(/_(id|at|minor)$/, '')
    .replace(/Minor$|Id$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Fields no diff shows: bookkeeping, secrets, and account ids that stand beside the name they belong to. */
export function isHiddenField(field: string, row: Readonly<Record<string, unknown>>): boolean {
  if (bookkeeping.includes(field) || secretColumns.includes(field)) return true
  if (field === 'accepted_by_user' || field === 'proposer_user') return true
  return field.endsWith('_by') && referenceColumns[field] === undefined && `${field}_name` in row
}

export type FieldKind = 'text' | 'number' | 'money' | 'instant' | 'flag' | 'reference' | 'list' | 'data' | 'many'

/** How a value of this field is shown. Money is in minor units of the organisation's currency, instants ISO 8601 in UTC. */
export function fieldKind(field: string, value: unknown): FieldKind {
  if (referenceColumns[field] !== undefined) return 'reference'
  if (/_minor$|Minor$/.test(field)) return 'money'
  if (typeof value === 'string' && /_(at|from|to|until)$/.test(field) && !Number.isNaN(Date.parse(value)))
    return 'instant'
  if (typeof value === 'boolean') return 'flag'
  if (typeof value === 'number') return 'number'
  if (Array.isArray(value)) return 'list'
  return typeof value === 'object' && value !== null ? 'data' : 'text'
}
