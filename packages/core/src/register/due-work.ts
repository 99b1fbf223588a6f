import type { Field, Fields, ValueOf } from './field.ts'

/**
 * Something that is due of each object of a register. It stands on the task list of whoever owns it, in the calendar and in
 * reminders, from the object itself: nothing is stored, and what is done is gone from the list.
 */
export type DueWork = {
  /** One verb, as on a button: `Review`. */
  readonly what: string
  /** The day by which. An object whose day is empty is on the list without a day. */
  readonly due: string
  /** The person whose work it is. Where nobody is named, or the register names nobody, it is on the list of managers. */
  readonly owner?: string
  /** Values of choices and flags with which nothing is due: `{ status: ['closed'] }`. */
  readonly unless?: Readonly<Record<string, readonly (string | boolean)[]>>
  /** An empty day means that nothing is due, rather than that somebody has not said when. */
  readonly onlyWithDay?: boolean
  /** How many days before its day it comes onto the list; left out: 30. */
  readonly horizonDays?: number
}

type KeysOfKind<F extends Fields, Kind extends Field['kind']> = {
  [K in keyof F]: F[K]['kind'] extends Kind ? K : never
}[keyof F] &
  string

type Decisive<F extends Fields> = {
  readonly [K in KeysOfKind<F, 'choice' | 'flag'>]?: readonly ValueOf<F[K]>[]
}

/** Work that names the register's own fields: a day, a reference to a person, choices and flags. */
export type DueWorkOf<F extends Fields, S extends Fields, C extends Fields> = Omit<
  DueWork,
  'due' | 'owner' | 'unless'
> & {
  readonly due: KeysOfKind<F, 'day'> | KeysOfKind<S, 'day'> | KeysOfKind<C, 'day'>
  readonly owner?: KeysOfKind<F, 'reference'> | KeysOfKind<S, 'reference'>
  readonly unless?: Decisive<F> & Decisive<S> & Decisive<C>
}
