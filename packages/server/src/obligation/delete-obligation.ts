import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockObligation } from './obligation-store.ts'

export async function deleteObligation(
  ctx: Context,
  obligationId: string,
  ifMatch: number,
  reason: string,
): Promise<void> {
  await ctx.recorded({ reason }, async (tx) => {
    assertVersion(ifMatch, (await lockObligation(tx, obligationId)).version)
    await tx.deleteFrom('obligation').where('id', '=', obligationId).execute()
  })
}
