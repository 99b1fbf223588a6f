import type { Action } from '@sinew/contract/treatment/action-contract.ts'
import { finishActionRefusals } from '@sinew/core/treatment/action-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getAction, lockAction } from './action-store.ts'
import { findActionOwner } from './create-action.ts'

export type ActionMove = {
  readonly to: Action['status']
  /** Kept by the ledger with the change. */
  readonly reason: string
}

/** Done, given up, or taken up again. Done says that it happened; what it is worth shows when the risk is assessed again. */
export async function moveAction(
  ctx: Context,
  actionId: string,
  ifMatch: number,
  { to, reason }: ActionMove,
): Promise<Action> {
  await ctx.recorded({ reason }, async (tx) => {
    const action = await lockAction(tx, actionId)
    assertVersion(ifMatch, action.version)
    if (action.status === to) {
      assertAllowed([{ code: 'already_there', message: `This action is ${to} already.` }])
    }
    if (to === 'done') {
      const owner = await findActionOwner(tx, action.owner_id)
      assertAllowed(finishActionRefusals({ owner, doneAt: action.done_at?.getTime() ?? null }))
    }
    if (action.status !== 'open' && to !== 'open') {
      assertAllowed([{ code: 'not_open', message: `This action is ${action.status}. Reopen it first.` }])
    }
    await tx
      .updateTable('treatment_action')
      .set({ status: to, done_at: to === 'done' ? ctx.now : null })
      .where('id', '=', actionId)
      .execute()
  })
  return getAction(ctx.db, actionId, ctx.now)
}
