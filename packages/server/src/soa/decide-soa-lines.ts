import type { ParsedBody } from '@sinew/contract/route.ts'
import type { decideSoaLines as route } from '@sinew/contract/soa/soa-line-contract.ts'
import type { WrittenReason } from '@sinew/core/chain/chain-snapshot.ts'
import { exclusionRefusals } from '@sinew/core/control/exclusion-rules.ts'
import type { Context, Writer } from '../context.ts'
import { AppError, assertAllowed, invalidField, notFound } from '../errors.ts'
import { loadReasons } from './load-reasons.ts'

type Decision = ParsedBody<typeof route>

/** Decides on several lines at once: when one is refused, none is changed, and each refusal names its control. */
export async function decideSoaLines(ctx: Context, decision: Decision): Promise<{ readonly changed: number }> {
  const { applicable, addReason, controls, justification, reason } = decision
  if (applicable === undefined && addReason === undefined) throw invalidField('applicable', 'Say what to decide.')
  if (applicable === false && justification === '')
    throw invalidField('justification', 'Say why they are not necessary.')
  const seen = new Map(controls.map((control) => [control.controlId, control.version]))
  return ctx.recorded({ reason: reason || justification }, async (tx) => {
    const rows = await lockLines(tx, [...seen.keys()])
    if (rows.length < seen.size) throw notFound('control')
    const stale = rows.filter((row) => row.version !== seen.get(row.id)).map((row) => row.ref)
    if (stale.length > 0) {
      const detail = `${stale.join(', ')} changed meanwhile, so none was changed. Look at them, then choose again.`
      throw new AppError(412, detail)
    }
    if (applicable === false) await refuseNeeded(tx, rows, justification)
    const affected = rows.filter((row) => isAffected(row, decision))
    for (const row of affected) {
      await tx
        .updateTable('control')
        .set(changeOf(row, decision, ctx.now))
        .where('id', '=', row.id)
        .execute()
    }
    return { changed: affected.length }
  })
}

function isAffected(row: LockedLine, { applicable, addReason, justification }: Decision): boolean {
  if (addReason !== undefined && !hasReason(row, addReason)) return true
  if (applicable === undefined) return false
  return row.applicable !== applicable || (!applicable && row.exclusion_justification !== justification)
}

function changeOf(row: LockedLine, { applicable, addReason, justification }: Decision, now: Date) {
  const reasons = row.written_reasons as readonly WrittenReason[]
  return {
    applicable,
    exclusion_justification: applicable === undefined ? undefined : applicable ? '' : justification,
    written_reasons:
      addReason === undefined || hasReason(row, addReason) ? undefined : JSON.stringify([...reasons, addReason]),
    updated_at: now,
  }
}

function hasReason(row: LockedLine, { kind, text }: WrittenReason): boolean {
  return (row.written_reasons as readonly WrittenReason[]).some((one) => one.kind === kind && one.text === text)
}

type LockedLine = Awaited<ReturnType<typeof lockLines>>[number]

async function refuseNeeded(tx: Writer, rows: readonly LockedLine[], justification: string): Promise<void> {
  // One that is out already is not decided on again; what came to need it since is for the lint to say.
  const leaving = rows.filter((row) => row.applicable)
  const reasonsOf = await loadReasons(
    tx,
    leaving.map((row) => row.id),
  )
  assertAllowed(
    leaving.flatMap((row) =>
      exclusionRefusals(justification, reasonsOf(row.id)).map(({ code, message }) => {
        return { code, message: `${row.ref}: ${message}` }
      }),
    ),
  )
}

/** Locks controls until the transaction ends, in one order, so that two bulk decisions cannot wait for each other. */
export async function lockLines(tx: Writer, ids: readonly string[]) {
  return tx
    .selectFrom('control')
    .select(['id', 'version', 'ref', 'applicable', 'exclusion_justification', 'written_reasons'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
}
