import { removeRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockRisk } from './risk-store.ts'

/** Takes its links and actions along; the ledger keeps each of them under one request, and can restore them. */
export async function deleteRisk(ctx: Context, riskId: string, ifMatch: number, reason: string): Promise<void> {
  await ctx.recorded({ reason }, async (tx) => {
    assertVersion(ifMatch, (await lockRisk(tx, riskId)).version)
    const accepted = await tx
      .selectFrom('risk_acceptance')
      .where('risk_id', '=', riskId)
      .select('id')
      .limit(1)
      .executeTakeFirst()
    assertAllowed(removeRefusals({ wasAccepted: accepted !== undefined }, reason))
    await tx.deleteFrom('risk').where('id', '=', riskId).execute()
  })
}
