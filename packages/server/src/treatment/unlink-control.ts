import type { Context } from '../context.ts'
import { invalidField } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockControlLink } from './control-link-store.ts'

/** Taking a control away from a risk is a decision: it has a name and a reason in the ledger, and a movement. */
export async function unlinkControl(
  ctx: Context,
  riskId: string,
  linkId: string,
  ifMatch: number,
  reason: string,
): Promise<void> {
  await ctx.recorded({ reason }, async (tx) => {
    assertVersion(ifMatch, (await lockControlLink(tx, riskId, linkId)).version)
    if (reason === '') throw invalidField('reason', 'Say why the control no longer treats this risk.')
    await tx.deleteFrom('risk_control').where('id', '=', linkId).execute()
  })
}
