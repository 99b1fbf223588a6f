import type { Permission } from '../access/permissions.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { DueWork, DueWorkOf } from './due-work.ts'
import type { Field, Fields, ValueOf, ValuesOf } from './field.ts'
import type { RegisterHead } from './register-head.ts'

/** A step from one state to another, with what it writes down of itself. */
export type Move = {
  readonly from: readonly string[]
  readonly to: string
  /** On the button: `Close`. */
  readonly label: string
  /** More than the right to write, where the step is a decision. */
  readonly permission?: Permission
  /** Whether the step has to say why. */
  readonly asksReason?: boolean
  /** Asked with the reason, where the reason is more than a reason: `What came of it?` */
  readonly question?: string
  readonly stamps?: Stamps
}

/** Stamped fields that a step fills: with its time, whoever takes it (the person, or the name), its reason; or empties. */
export type Stamps = Readonly<Record<string, 'now' | 'actor' | 'actorName' | 'reason' | null>>

/** The states of an object: a stamped choice field that only moves change. */
export type States = {
  readonly field: string
  readonly moves: readonly Move[]
  /** States in which the object's fields do not change any more; it can still move. */
  readonly frozen: readonly string[]
  /** Those of them in which it is not over: it holds, or waits for its next step. */
  readonly live?: readonly string[]
}

/** What somebody fills in to say that it is done: the day, or this value of a choice. */
export type DoneBy<K extends string = string> = { readonly field: K; readonly value?: string }

/** A part stays as it is while the object it belongs to is in one of these states. */
export type Held = {
  readonly while: readonly string[]
  /** Fields that are filled in all the same, as what came of a decision. */
  readonly but?: readonly string[]
}

export type Register<F extends Fields = Fields, S extends Fields = Fields, C extends Fields = Fields> = RegisterHead & {
  /** What people fill in, in the order of the form. */
  readonly fields: F
  /** What steps and jobs write. */
  readonly stamped: S
  /** What the database works out whenever it is read. */
  readonly computed: C
  readonly states?: States
  /** The reference to the object it is a part of. */
  readonly parent?: string
  /** How its records stand on that object's page, as a list is sorted (`-at`: the newest first); left out: as they were added. */
  readonly order?: string
  /** When the object it is a part of holds it as it is. */
  readonly held?: Held
  /** What is stamped when an object is made. */
  readonly made?: Stamps
  readonly doneBy?: DoneBy
  /** A record of what was: written once, never changed or removed; a correction is a new one. */
  readonly isOnce?: boolean
  /** What is due of each object, and for whom. */
  readonly work: readonly DueWork[]
  readonly words: RegisterWords
}

export type RegisterWords = {
  /** One sentence on top of the list. */
  readonly sentence: string
  /** Button and drawer. */
  readonly add: string
  readonly edit: string
  /** What an empty register is for, in two sentences. */
  readonly empty: string
}

type Plan<F extends Fields, S extends Fields, C extends Fields> = {
  readonly fields: F
  readonly stamped?: S
  readonly computed?: C
  readonly states?: States
  readonly parent?: keyof F & string
  readonly order?: `${'' | '-'}${keyof (F & S) & string}`
  readonly held?: Held & { readonly but?: readonly (keyof NoInfer<F> & string)[] }
  readonly made?: Stamps
  readonly doneBy?: DoneBy<keyof NoInfer<F> & string>
  readonly isOnce?: boolean
  readonly work?: readonly DueWorkOf<NoInfer<F>, NoInfer<S>, NoInfer<C>>[]
  readonly words: RegisterWords
}

/** A register from its head and its fields: routes, tables' columns, forms, lists, exports and imports follow from it. */
export function defineRegister<
  const F extends Fields,
  const S extends Fields = Record<never, never>,
  const C extends Fields = Record<never, never>,
>(head: RegisterHead, plan: Plan<F, S, C>): Register<F, S, C> {
  const { stamped = {} as S, computed = {} as C, work = [], ...rest } = plan
  // Its names of fields have been checked against the plan's own.
  return { ...head, ...rest, stamped, computed, work: work as readonly DueWork[] }
}

/** What a reference shows of the object it names: what people call it (`P-3`, `A.8.13`) and its name. */
export type Named = { readonly id: string; readonly ref: string; readonly name: string }

/** The name under which a record holds what a reference names: `owner` of `ownerId`. */
export type NameOfReference<K> = K extends `${infer Base}Id` ? Base : never

type References<F extends Fields> = {
  readonly [K in keyof F as F[K]['kind'] extends 'reference' ? NameOfReference<K> : never]: Named | null
}

/** One object of a register as it is read. */
export type RecordOf<R extends Register> = {
  readonly id: string
  readonly version: number
  readonly number: number
  readonly createdAt: string
  readonly updatedAt: string
  /** Why it stays as it is; null while it can change. */
  readonly frozen: string | null
} & ValuesOf<R['fields']> &
  ValuesOf<R['stamped']> &
  ValuesOf<R['computed']> &
  References<R['fields']> &
  References<R['stamped']>

/** What a form fills in. */
export type GivenOf<R extends Register> = ValuesOf<R['fields']>

/** `owner` of `ownerId`. */
export function referenceName(field: string): string {
  return field.replace(/Id$/, '')
}

/** The column of a field: `next_review_at` of `nextReviewAt`. */
export function columnOf(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

/** `IP-4`. */
export function registerRef({ letters }: Pick<RegisterHead, 'letters'>, number: number): string {
  return `${letters}-${number}`
}

/** The value of one field of a record, by the field's name. */
export function valueIn<R extends Register>(record: RecordOf<R>, field: string): ValueOf<R['fields'][string]> {
  return (record as unknown as Readonly<Record<string, ValueOf<R['fields'][string]>>>)[field] as ValueOf<
    R['fields'][string]
  >
}

/** What a list can be sorted by: everything but lists and long texts. */
export function registerSorts({ fields, stamped, computed }: Register): readonly [string, ...string[]] {
  const keys = Object.entries({ ...fields, ...stamped, ...computed }).flatMap(([key, field]) =>
    field.kind === 'list' || (field.kind === 'text' && field.lines === 'many') ? [] : [key],
  )
  return ['number', 'updatedAt', ...keys]
}

/** What people read for each state, in the order of the states; none where a register has no states. */
export function stateWords({ states, fields, stamped }: Register): Readonly<Record<string, string>> {
  const field = states === undefined ? undefined : { ...fields, ...stamped }[states.field]
  return field?.kind === 'choice' ? field.words : {}
}

/** Steps that can be taken from where a record is. */
export function movesFrom({ states }: Register, state: string): readonly Move[] {
  return states?.moves.filter(({ from }) => from.includes(state)) ?? []
}

/** Why an object's fields do not change any more. */
export function frozenRefusals({ states, label, isOnce }: Register, record: object): readonly Refusal[] {
  if (isOnce === true)
    return refuse(
      'written_once',
      `${/^[aeiou]/i.test(label) ? 'An' : 'A'} ${label.toLowerCase()} stays as it was written: add a new one.`,
    )
  if (states === undefined) return []
  const now = String((record as Readonly<Record<string, unknown>>)[states.field])
  if (!states.frozen.includes(now)) return []
  return refuse('frozen', `This ${label.toLowerCase()} is ${now.replaceAll('_', ' ')}: it stays as it is.`)
}

/** How an object stands that others are a part of. */
export type Whole = { readonly ref: string; readonly state: string }

/** Why parts of an object are neither added, changed nor removed, and which of its steps ends that. */
export function heldRefusals({ held }: Register, whole: Register, { ref, state }: Whole): readonly Refusal[] {
  if (held === undefined || whole.states === undefined || !held.while.includes(state)) return []
  const ways = movesFrom(whole, state).flatMap(({ to, label }) => (held.while.includes(to) ? [] : [`“${label}”`]))
  const way = ways.length === 0 ? '' : ` To change it, first take the step ${ways.join(' or ')}.`
  return refuse('held', `${ref} is at “${stateWords(whole)[state] ?? state}”: what belongs to it stays as it is.${way}`)
}

/** Whether a change is one that is allowed while the object is held: of what may be filled in all the same. */
export function isAllowedWhileHeld({ held, fields }: Register, before: object, after: object): boolean {
  const [was, is] = [before, after] as readonly Readonly<Record<string, unknown>>[]
  const open = held?.but ?? []
  return (
    open.length > 0 &&
    Object.entries(fields).every(([key, field]) => open.includes(key) || isSame(field, was?.[key], is?.[key]))
  )
}

function isSame({ kind }: Field, was: unknown, is: unknown): boolean {
  if (kind === 'day' && typeof was === 'string' && typeof is === 'string') return Date.parse(was) === Date.parse(is)
  return JSON.stringify(was) === JSON.stringify(is)
}
