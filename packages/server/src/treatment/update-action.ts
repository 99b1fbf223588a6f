import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Action, updateAction as route } from '@sinew/contract/treatment/action-contract.ts'
import { moveDueDateRefusals } from '@sinew/core/treatment/action-rules.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { invalidField } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getAction, lockAction } from './action-store.ts'

/** Another due date needs its reason: the list of them is what an auditor reads first. */
export async function updateAction(
  ctx: Context,
  actionId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Action> {
  const reason = input.reason ?? ''
  await ctx.recorded({ reason }, async (tx) => {
    const action = await lockAction(tx, actionId)
    assertVersion(ifMatch, action.version)
    await assertMayOwn(tx, input.ownerId, action.owner_id)
    const due = action.due_at.getTime()
    const [moved] = moveDueDateRefusals(due, input.dueAt === undefined ? due : Date.parse(input.dueAt), reason)
    if (moved) throw invalidField('reason', moved.message)
    await tx
      .updateTable('treatment_action')
      .set({
        title: input.title,
        note: input.note,
        control_id: input.controlId,
        owner_id: input.ownerId,
        due_at: input.dueAt,
        cost_minor: input.costMinor,
        // Stamped by the database; named here so that an empty change is still a valid statement.
        updated_at: ctx.now,
      })
      .where('id', '=', actionId)
      .execute()
  })
  return getAction(ctx.db, actionId, ctx.now)
}
