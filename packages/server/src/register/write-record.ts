import { refuse } from '@sinew/core/refusal.ts'
import { emptyValue } from '@sinew/core/register/field.ts'
import {
  columnOf,
  frozenRefusals,
  type GivenOf,
  isAllowedWhileHeld,
  movesFrom,
  type RecordOf,
  type Stamps,
  valueIn,
} from '@sinew/core/register/register.ts'
import type { Context, Writer } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { AppError, assertAllowed, invalidField, notFound } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { refuseHeld } from './held.ts'
import type { AnyRegister, RegisterRules } from './register-rules.ts'
import { getRecord, lockRecord } from './register-store.ts'

type Values = Readonly<Record<string, unknown>>
/** Writes to a table whose name is known at run time alone. */
type LooseWriter = {
  readonly insertInto: (table: string) => { values: (row: Values) => { execute: () => Promise<unknown> } }
  readonly updateTable: (table: string) => {
    set: (row: Values) => { where: (column: string, is: '=', id: string) => { execute: () => Promise<unknown> } }
  }
  readonly deleteFrom: (table: string) => {
    where: (column: string, is: '=', id: string) => { execute: () => Promise<unknown> }
  }
  readonly selectFrom: (table: string) => {
    select: (column: string) => {
      where: (column: string, is: '=', id: unknown) => { executeTakeFirst: () => Promise<unknown> }
    }
  }
}
const loose = (tx: Writer) => tx as unknown as LooseWriter

export async function createRecord<R extends AnyRegister>(
  ctx: Context,
  register: R,
  rules: RegisterRules<R>,
  input: Values,
): Promise<RecordOf<R>> {
  const id = await ctx.recorded({ derives: rules.derives === true }, (tx) =>
    insertRecord(ctx, tx, register, rules, input),
  )
  return getRecord(ctx, register, rules, id)
}

/** Adds one record within a transaction that is under way. */
export async function insertRecord<R extends AnyRegister>(
  ctx: Context,
  tx: Writer,
  register: R,
  rules: RegisterRules<R>,
  input: Values,
): Promise<string> {
  await assertReferences(tx, register, input, null)
  assertAllowed(await refuseHeld(tx, register, input[register.parent ?? '']))
  assertAllowed((await rules.check?.(ctx, tx, input as GivenOf<R>, null)) ?? [])
  const id = newId()
  const begins = (await rules.begins?.(ctx, tx, input as GivenOf<R>)) ?? {}
  await loose(tx)
    .insertInto(register.table)
    .values({
      organization_id: ctx.organizationId,
      id,
      number: await nextNumber(tx, register.table),
      ...toColumns(register, input),
      ...(await stampsOf(ctx, tx, register, register.made ?? {})),
      ...Object.fromEntries(Object.entries(begins).map(([key, value]) => [columnOf(key), value])),
    })
    .execute()
  await rules.changed?.(ctx, tx, await recordIn(ctx, tx, register, rules, id), null)
  return id
}

export async function updateRecord<R extends AnyRegister>(
  ctx: Context,
  register: R,
  rules: RegisterRules<R>,
  id: string,
  ifMatch: number,
  input: Values,
): Promise<RecordOf<R>> {
  await ctx.recorded({ derives: rules.derives === true }, async (tx) => {
    const before = await lockRecord(ctx, tx, register, rules, id)
    assertVersion(ifMatch, before.version)
    await assertReferences(tx, register, input, before)
    assertAllowed(frozenRefusals(register, before))
    const after = { ...givenOf(register, before), ...said(input) }
    if (!isAllowedWhileHeld(register, before, after)) await assertNotHeld(tx, register, before, after)
    assertAllowed((await rules.check?.(ctx, tx, after as GivenOf<R>, before)) ?? [])
    await loose(tx)
      .updateTable(register.table)
      .set({ ...toColumns(register, said(input)), updated_at: ctx.now })
      .where('id', '=', id)
      .execute()
    await rules.changed?.(ctx, tx, await recordIn(ctx, tx, register, rules, id), before)
  })
  return getRecord(ctx, register, rules, id)
}

export async function deleteRecord<R extends AnyRegister>(
  ctx: Context,
  register: R,
  rules: RegisterRules<R>,
  id: string,
  ifMatch: number,
): Promise<void> {
  await ctx.recorded({ derives: rules.derives === true }, async (tx) => {
    const record = await lockRecord(ctx, tx, register, rules, id)
    assertVersion(ifMatch, record.version)
    assertAllowed(frozenRefusals(register, record))
    await assertNotHeld(tx, register, record)
    assertAllowed((await rules.keep?.(ctx, tx, record)) ?? [])
    await rules.removed?.(ctx, tx, record)
    await loose(tx).deleteFrom(register.table).where('id', '=', id).execute()
  })
}

/** Takes a step: who may, whether it can be taken from here, and what has to hold first. */
export async function moveRecord<R extends AnyRegister>(
  ctx: Context,
  register: R,
  rules: RegisterRules<R>,
  id: string,
  ifMatch: number,
  { to, reason }: { readonly to: string; readonly reason?: string | undefined },
): Promise<RecordOf<R>> {
  const { states } = register
  if (states === undefined) throw new AppError(400, `A ${register.label.toLowerCase()} has no states.`)
  await ctx.recorded({ derives: rules.derives === true, ...(reason === undefined ? {} : { reason }) }, async (tx) => {
    const record = await lockRecord(ctx, tx, register, rules, id)
    assertVersion(ifMatch, record.version)
    const now = String(valueIn(record, states.field))
    const move = movesFrom(register, now).find((one) => one.to === to)
    if (move === undefined) assertAllowed(refuse('no_such_step', `From “${now}” no step leads to “${to}”.`))
    if (move === undefined) return
    if (move.permission !== undefined && !ctx.can(move.permission))
      throw new AppError(403, `This step needs the permission ${move.permission}.`)
    if (move.asksReason === true && reason === undefined)
      throw invalidField('reason', 'Say why: the reason stays in the ledger.')
    assertAllowed((await rules.guard?.(ctx, tx, record, move)) ?? [])
    await loose(tx)
      .updateTable(register.table)
      .set({
        [columnOf(states.field)]: to,
        ...(await stampsOf(ctx, tx, register, move.stamps ?? {}, reason)),
        updated_at: ctx.now,
      })
      .where('id', '=', id)
      .execute()
    await rules.moved?.(ctx, tx, await recordIn(ctx, tx, register, rules, id), move)
  })
  return getRecord(ctx, register, rules, id)
}

/** Neither the object it belongs to nor the one it would belong to holds it as it is. */
async function assertNotHeld(tx: Writer, register: AnyRegister, ...records: readonly object[]): Promise<void> {
  const wholes = new Set(records.map((record) => (record as Values)[register.parent ?? '']))
  for (const whole of wholes) assertAllowed(await refuseHeld(tx, register, whole))
}

function recordIn<R extends AnyRegister>(ctx: Context, tx: Writer, register: R, rules: RegisterRules<R>, id: string) {
  return getRecord({ db: tx, asOf: null, now: ctx.now }, register, rules, id)
}

/** What a body said: fields that were left out stay as they are. */
function said(input: Values): Values {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined))
}

function givenOf(register: AnyRegister, record: object): Values {
  return Object.fromEntries(Object.keys(register.fields).map((key) => [key, (record as Values)[key]]))
}

function toColumns(register: AnyRegister, input: Values): Values {
  return Object.fromEntries(
    Object.keys(register.fields)
      .filter((key) => key in input)
      .map((key) => [columnOf(key), input[key]]),
  )
}

/** Everything that is referred to is in this organisation, and people who are named are still here. */
async function assertReferences(
  tx: Writer,
  register: AnyRegister,
  input: Values,
  before: object | null,
): Promise<void> {
  for (const [key, field] of Object.entries(register.fields)) {
    const id = input[key]
    if (field.kind !== 'reference' || id === undefined || id === null) continue
    const current = ((before as Values | null)?.[key] ?? null) as string | null
    if (field.to === 'person') await assertMayOwn(tx, id as string, current)
    else if (id !== current) {
      const found = await loose(tx).selectFrom(field.to).select('id').where('id', '=', id).executeTakeFirst()
      if (found === undefined) throw notFound(field.label.toLowerCase())
    }
  }
}

async function stampsOf(
  ctx: Context,
  tx: Writer,
  { stamped }: AnyRegister,
  stamps: Stamps,
  reason = '',
): Promise<Values> {
  const fills = {
    now: () => ctx.now,
    actor: () => actingPerson(ctx, tx),
    actorName: () => ctx.actor.name,
    reason: () => reason,
  }
  const entries: (readonly [string, unknown])[] = []
  for (const [key, what] of Object.entries(stamps)) {
    const field = stamped[key]
    const empty = field === undefined ? null : emptyValue(field)
    entries.push([columnOf(key), what === null ? empty : await fills[what]()])
  }
  return Object.fromEntries(entries)
}

/** The person behind whoever acts; null for one who is no person of the organisation. */
export async function actingPerson(ctx: Context, tx: Pick<Writer, 'selectFrom'>): Promise<string | null> {
  const person = await tx.selectFrom('person').select('id').where('user_id', '=', ctx.actor.id).executeTakeFirst()
  return person?.id ?? null
}
