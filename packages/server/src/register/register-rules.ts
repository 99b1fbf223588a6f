import type { Refusal } from '@sinew/core/refusal.ts'
import type { Fields } from '@sinew/core/register/field.ts'
import type { GivenOf, Move, RecordOf, Register } from '@sinew/core/register/register.ts'
import type { Expression } from 'kysely'
import type { Context, Reader, Writer } from '../context.ts'

/** What a register has beyond its declaration: figures worked out in SQL, rules, and what follows from a change. */
export type RegisterRules<R extends Register> = {
  /** Each computed field as an expression over the row, which is called `record`. */
  readonly computed?: { readonly [K in keyof R['computed']]: (db: Reader, at: Date) => Expression<unknown> }
  /** Text columns that the search looks into, besides the name. */
  readonly searched?: readonly string[]
  /** Refuses values that do not go together; `before` is null where an object is made. */
  readonly check?: (
    ctx: Context,
    tx: Writer,
    values: GivenOf<R>,
    before: RecordOf<R> | null,
  ) => Promise<readonly Refusal[]>
  /** Stamped fields that a new object begins with, beyond what the table says. */
  readonly begins?: (
    ctx: Context,
    tx: Writer,
    values: GivenOf<R>,
  ) => Promise<Partial<{ readonly [K in keyof R['stamped']]: unknown }>>
  /** Refuses a step. */
  readonly guard?: (ctx: Context, tx: Writer, record: RecordOf<R>, move: Move) => Promise<readonly Refusal[]>
  /** Refuses removing. */
  readonly keep?: (ctx: Context, tx: Writer, record: RecordOf<R>) => Promise<readonly Refusal[]>
  /** What else removing writes, before the object goes. */
  readonly removed?: (ctx: Context, tx: Writer, record: RecordOf<R>) => Promise<void>
  /** What else the change writes, in the same transaction. */
  readonly changed?: (ctx: Context, tx: Writer, after: RecordOf<R>, before: RecordOf<R> | null) => Promise<void>
  /** What else the step writes. */
  readonly moved?: (ctx: Context, tx: Writer, record: RecordOf<R>, move: Move) => Promise<void>
  /** Whether derived numbers (assurance, loss) can depend on it. */
  readonly derives?: boolean
}

export type AnyRegister = Register<Fields, Fields, Fields>
