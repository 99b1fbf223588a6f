import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockAction } from './action-store.ts'

export async function deleteAction(ctx: Context, actionId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({}, async (tx) => {
    assertVersion(ifMatch, (await lockAction(tx, actionId)).version)
    await tx.deleteFrom('treatment_action').where('id', '=', actionId).execute()
  })
}
