import type { Permission } from '../access/permissions.ts'

/** What the whole product knows of a register without loading it: its table, its address, how its objects are called. */
export type RegisterHead<T extends string = string> = {
  /** The table, and what the ledger and references call it. */
  readonly table: T
  /** Its address and that of its API: `interested-parties`. */
  readonly plural: string
  /** Letters of a reference: `PA` of PA-4. One to three, no two registers alike. */
  readonly letters: string
  /** What people call one of them, with a capital. */
  readonly label: string
  /** What people call all of them. */
  readonly title: string
  /** The column that names one. */
  readonly named: string
  readonly read: Permission
  readonly write: Permission
  readonly remove: Permission
  /** Of what it is a part: it stands on that object's page, and its changes belong to that object's history. */
  readonly part: PartOf | null
  /** What they are called on that page, where it goes without saying whose they are. */
  readonly inside?: string
  /** The reference that heads one of them, there and on its own page, where its words say less than whom it names: `personId`. */
  readonly insideBy?: string
}

export type PartOf = { readonly entity: string; readonly column: string }

/** What is kept by the same people: a subject with rights to read, to write and to decide. */
export type Area =
  | 'context'
  | 'document'
  | 'objective'
  | 'change'
  | 'incident'
  | 'supplier'
  | 'training'
  | 'audit'
  | 'review'
  | 'finding'
  | 'certification'
  | 'work'

/** Also those whose own objects are no registers, but parts of them are. */
export type PartArea = Area | 'asset' | 'obligation'

type Called = { readonly letters: string; readonly label: string; readonly title: string; readonly named?: string }

/** A register whose objects have a page of their own. */
export function head<const T extends string>(area: Area, table: T, plural: string, called: Called): RegisterHead<T> {
  const rights = { read: `${area}:read`, write: `${area}:write`, remove: `${area}:manage` } as const
  return { table, plural, named: 'title', ...called, ...rights, part: null }
}

/** A register whose objects belong to another's page. */
export function partHead<const T extends string>(
  area: PartArea,
  table: T,
  plural: string,
  called: Called & { readonly of: PartOf } & Pick<RegisterHead, 'inside' | 'insideBy'>,
): RegisterHead<T> {
  const { of, ...names } = called
  const rights = { read: `${area}:read`, write: `${area}:write`, remove: `${area}:write` } as const
  return { table, plural, named: 'title', ...names, ...rights, part: of }
}
