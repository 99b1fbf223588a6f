import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockOccurrence } from './occurrence-store.ts'

export async function deleteOccurrence(
  ctx: Context,
  occurrenceId: string,
  ifMatch: number,
  reason: string,
): Promise<void> {
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    assertVersion(ifMatch, (await lockOccurrence(tx, occurrenceId)).version)
    await tx.deleteFrom('risk_occurrence').where('id', '=', occurrenceId).execute()
  })
}
