import type { Field, Fields } from '../register/field.ts'
import { type FieldKind, fieldKind, fieldName, isHiddenField } from './field-names.ts'
import type { EntityName } from './ledgered-entities.ts'
import { referenceColumns } from './reference-columns.ts'

/** A row as the ledger keeps it: column names and JSON values. */
export type LedgerRow = Readonly<Record<string, unknown>>

export type ShownValue = string | number | boolean | null | readonly (string | number | boolean)[]

/** One field that changed, with both values ready to be shown. */
export type FieldChange = {
  /** Dotted inside of documents: `content.levelThresholds.high`. */
  readonly field: string
  readonly label: string
  /** `many`: more changed inside of this field than anybody would read; `after` is how many values. */
  readonly kind: FieldKind
  readonly before: ShownValue
  readonly after: ShownValue
}

/** What the object with this id is called, or null when nobody knows any more. */
export type NameOf = (entity: EntityName | 'user', id: string) => string | null

/** More changes than this inside of one document are counted, not listed. */
const mostInside = 60

/**
 * What changed between two states of one row, field by field. With `before` null it is a creation: fields that were filled.
 * With `after` null a deletion: what was lost. The name comes first, then the rest by label. Where the entity declares its
 * fields, they are named as its form names them, and so is what can be chosen.
 */
export function diffRows(
  before: LedgerRow | null,
  after: LedgerRow | null,
  nameOf: NameOf,
  declared: Fields = {},
): readonly FieldChange[] {
  const shape = { ...before, ...after }
  const labels = Object.fromEntries(
    Object.keys(shape).map((field) => [field, declared[field]?.label ?? fieldName(field)]),
  )
  const rank = (field: string) => (field === 'title' || field === 'name' ? '' : (labels[field] ?? field))
  // The database keeps the columns of a stored row in no order a reader would choose.
  const byImportance = (one: string, other: string) =>
    rank(one) === rank(other) ? 0 : rank(one) < rank(other) ? -1 : 1
  return Object.keys(shape)
    .filter((field) => !isHiddenField(field, shape))
    .sort(byImportance)
    .flatMap((field) => {
      const label = labels[field] ?? field
      const one = declared[field]
      const inside = diffValues([field], before?.[field] ?? null, after?.[field] ?? null, nameOf)
      if (inside.length > mostInside)
        return [{ field, label, kind: 'many', before: null, after: inside.length } as const]
      if (one === undefined) return inside
      return inside.map((change) =>
        change.field === field
          ? { ...change, label, before: inWords(one, change.before), after: inWords(one, change.after) }
          : change,
      )
    })
}

/** What people read for what can be chosen. */
function inWords(field: Field, value: ShownValue): ShownValue {
  const words = field.kind === 'choice' || field.kind === 'list' ? field.words : undefined
  if (words === undefined) return value
  const said = (one: string | number | boolean) => words[String(one)] ?? one
  if (value === null) return null
  return Array.isArray(value) ? value.map(said) : said(value as string)
}

function diffValues(path: readonly string[], before: unknown, after: unknown, nameOf: NameOf): readonly FieldChange[] {
  if (isEmpty(before) && isEmpty(after)) return []
  if (isDocument(before) || isDocument(after)) {
    const [old, now] = [documentOf(before), documentOf(after)]
    const keys = new Set([...Object.keys(old), ...Object.keys(now)])
    // A reason with a code for programs is read by its sentence.
    if (keys.has('code') && keys.has('message'))
      return diffValues(path, old.message ?? null, now.message ?? null, nameOf)
    const inside = (key: string) => diffValues([...path, key], old[key] ?? null, now[key] ?? null, nameOf)
    // What is kept by ids, such as answers by their questions, says nothing by its keys: counted.
    if (keys.size > 0 && [...keys].every((key) => uuid.test(key))) {
      const changed = [...keys].filter((key) => inside(key).length > 0).length
      return changed === 0
        ? []
        : [{ field: path.join('.'), label: labelOf(path), kind: 'many', before: null, after: changed }]
    }
    return [...keys].filter((key) => key !== 'id' || !uuid.test(String(now.id ?? old.id))).flatMap(inside)
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const field = path.at(-1) ?? ''
  const kind = fieldKind(field, after ?? before)
  return [
    {
      field: path.join('.'),
      label: labelOf(path),
      kind,
      before: shown(field, kind, before, nameOf),
      after: shown(field, kind, after, nameOf),
    },
  ]
}

const uuid = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

function labelOf(path: readonly string[]): string {
  return path.map((part) => (/^\d+$/.test(part) ? `${Number(part) + 1}` : fieldName(part))).join(' › ')
}

/** Nothing was said: neither null, nor an empty text or list, is a change from one another. */
function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** An object, or a list with objects in it: what is compared inside. A list of plain values is compared as one. */
function isDocument(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((one) => typeof one === 'object' && one !== null)
  return typeof value === 'object' && value !== null
}

function documentOf(value: unknown): Readonly<Record<string, unknown>> {
  if (Array.isArray(value)) return Object.fromEntries(value.map((one, index) => [String(index), one]))
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function shown(field: string, kind: FieldKind, value: unknown, nameOf: NameOf): ShownValue {
  if (value === null || value === undefined) return null
  const entity = referenceColumns[field]
  if (kind === 'reference' && entity !== undefined) return nameOf(entity, String(value)) ?? 'unknown'
  if (kind === 'instant') return new Date(String(value)).toISOString()
  if (Array.isArray(value)) return value.filter(isPlain)
  return isPlain(value) ? value : JSON.stringify(value)
}

function isPlain(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
