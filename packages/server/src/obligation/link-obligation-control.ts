import type { Obligation } from '@sinew/contract/obligation/obligation-contract.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { notFound } from '../errors.ts'
import { getObligation, lockObligation } from './obligation-store.ts'

/** Sets the link or its note; the database refuses a control that is not here. */
export async function linkObligationControl(
  ctx: Context,
  obligationId: string,
  controlId: string,
  note: string,
): Promise<Obligation> {
  await ctx.recorded({}, async (tx) => {
    await lockObligation(tx, obligationId)
    await tx
      .insertInto('obligation_control')
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        obligation_id: obligationId,
        control_id: controlId,
        note,
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organization_id', 'obligation_id', 'control_id'])
          .doUpdateSet({ note })
          .where('obligation_control.note', '!=', note),
      )
      .execute()
  })
  return getObligation(ctx.db, obligationId, ctx.now)
}

/** Takes the obligation away as a reason for the control: a decision, so it comes with its reason. */
export async function unlinkObligationControl(
  ctx: Context,
  obligationId: string,
  controlId: string,
  reason: string,
): Promise<Obligation> {
  await ctx.recorded({ reason }, async (tx) => {
    await lockObligation(tx, obligationId)
    const { numDeletedRows } = await tx
      .deleteFrom('obligation_control')
      .where('obligation_id', '=', obligationId)
      .where('control_id', '=', controlId)
      .executeTakeFirst()
    if (numDeletedRows === 0n) throw notFound('link between obligation and control')
  })
  return getObligation(ctx.db, obligationId, ctx.now)
}
