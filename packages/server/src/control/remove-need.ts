import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockNeed } from './need-store.ts'

/** Removes a need: a decision, kept with its reason. Its evidence stays, and no longer serves it. */
export async function removeNeed(
  ctx: Context,
  controlId: string,
  needId: string,
  ifMatch: number,
  reason: string,
): Promise<void> {
  await ctx.recorded({ reason }, async (tx) => {
    assertVersion(ifMatch, (await lockNeed(tx, controlId, needId)).version)
    await tx.deleteFrom('evidence_need').where('id', '=', needId).execute()
  })
}
