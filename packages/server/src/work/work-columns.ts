import type { WorkKind, WorkRole } from '@sinew/core/work/work-kinds.ts'
import { type AliasedRawBuilder, type Expression, type RawBuilder, sql } from 'kysely'

/** One source of work as SQL: what stands in a line of the list. Text that is the same for all its lines is given as text. */
export type WorkLine = {
  readonly kind: WorkKind | (string & {})
  readonly entity: string | RawBuilder<string>
  /** The column of the id that tells the line apart. */
  readonly id: string
  /** The column of the object's id, where that is another. */
  readonly entityId?: string
  readonly ref: RawBuilder<string>
  readonly title: RawBuilder<string>
  readonly what: string | RawBuilder<string>
  readonly dueAt: RawBuilder<Date | null> | Expression<unknown> | null
  /** Days before its day at which it comes onto the list; null: at once. */
  readonly shownFrom: RawBuilder<Date | null> | null
  readonly personId: RawBuilder<string | null> | null
  readonly role?: WorkRole
  readonly worthMinor?: RawBuilder<number | null>
  readonly note?: RawBuilder<string>
}

export type WorkRow = {
  readonly key: string
  readonly kind: string
  readonly entity: string
  readonly entity_id: string
  readonly ref: string
  readonly title: string
  readonly what: string
  readonly due_at: Date | null
  readonly shown_from: Date | null
  readonly person_id: string | null
  readonly role: string
  readonly worth_minor: number | null
  readonly note: string
}

const text = (value: string) => sql<string>`${sql.lit(value)}::text`
const column = (name: string) => sql.ref<string>(name)

/** The columns of a line, alike in every source, so that they can stand in one union. */
export function workColumns(line: WorkLine) {
  const { kind, what } = line
  const id = column(line.id)
  const all: { readonly [K in keyof WorkRow]: AliasedRawBuilder<WorkRow[K], K> } = {
    key: sql<string>`${sql.lit(`${kind} `)} || ${id}::text`.as('key'),
    kind: text(kind).as('kind'),
    entity: (typeof line.entity === 'string' ? text(line.entity) : line.entity).as('entity'),
    entity_id: column(line.entityId ?? line.id).as('entity_id'),
    ref: line.ref.as('ref'),
    title: line.title.as('title'),
    what: (typeof what === 'string' ? text(what) : what).as('what'),
    due_at: sql<Date | null>`(${line.dueAt ?? sql`null`})::timestamptz`.as('due_at'),
    shown_from: sql<Date | null>`(${line.shownFrom ?? sql`null`})::timestamptz`.as('shown_from'),
    person_id: sql<string | null>`(${line.personId ?? sql`null`})::uuid`.as('person_id'),
    role: text(line.role ?? 'manager').as('role'),
    worth_minor: sql<number | null>`(${line.worthMinor ?? sql`null`})::bigint`.as('worth_minor'),
    note: (line.note ?? text('')).as('note'),
  }
  return Object.values(all) as readonly AliasedRawBuilder<unknown, keyof WorkRow>[]
}

/** So many days before an instant. */
export function daysBefore(at: RawBuilder<Date | null> | Expression<unknown>, days: number): RawBuilder<Date | null> {
  return sql<Date | null>`(${at})::timestamptz - ${sql.lit(days)} * interval '24 hours'`
}

export function numbered(letters: string, number: string): RawBuilder<string> {
  return sql<string>`${sql.lit(`${letters}-`)} || ${column(number)}::text`
}
