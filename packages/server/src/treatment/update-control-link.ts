import type { ParsedBody } from '@sinew/contract/route.ts'
import type { ControlLink, updateControlLink as route } from '@sinew/contract/treatment/control-link-contract.ts'
import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getControlLink, lockControlLink } from './control-link-store.ts'

export async function updateControlLink(
  ctx: Context,
  riskId: string,
  linkId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<ControlLink> {
  await ctx.recorded({ reason: input.reason ?? '' }, async (tx) => {
    assertVersion(ifMatch, (await lockControlLink(tx, riskId, linkId)).version)
    await tx
      .updateTable('risk_control')
      .set({
        effect: input.effect,
        reduction_low: input.reduction?.low,
        reduction_high: input.reduction?.high,
        note: input.note,
        // Stamped by the database; named here so that an empty change is still a valid statement.
        updated_at: ctx.now,
      })
      .where('id', '=', linkId)
      .execute()
  })
  return getControlLink(ctx.db, riskId, linkId)
}
