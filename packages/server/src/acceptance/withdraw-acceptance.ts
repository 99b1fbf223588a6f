import type { Acceptance } from '@sinew/contract/acceptance/acceptance-contract.ts'
import { withdrawRefusals } from '@sinew/core/acceptance/decision-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getAcceptance, lockAcceptance } from './acceptance-store.ts'
import { endAcceptance } from './end-acceptance.ts'

/** Takes an acceptance back: its risk is being treated again. */
export async function withdrawAcceptance(
  ctx: Context,
  acceptanceId: string,
  ifMatch: number,
  reason: string,
): Promise<Acceptance> {
  await ctx.recorded({ reason }, async (tx) => {
    const acceptance = await lockAcceptance(tx, acceptanceId)
    assertVersion(ifMatch, acceptance.version)
    const status = acceptance.status as Acceptance['status']
    const actor = { userId: ctx.actor.id, role: ctx.role }
    assertAllowed(withdrawRefusals({ status, acceptedByUserId: acceptance.accepted_by_user }, actor))
    const reasons = [{ code: 'withdrawn', message: `${ctx.actor.name} took it back: ${reason}` }]
    await endAcceptance(tx, acceptance.risk_id, { status: 'withdrawn', at: ctx.now, reasons })
    await tx
      .updateTable('risk')
      .set((set) => ({ status: set.case().when('treatment', 'is', null).then('assessed').else('treated').end() }))
      .where('id', '=', acceptance.risk_id)
      .where('status', '=', 'accepted')
      .execute()
  })
  return getAcceptance(ctx.db, acceptanceId)
}
