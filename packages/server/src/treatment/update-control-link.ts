import type { ParsedBody } from '@sinew/contract/route.ts'
import type { ControlLink, updateControlLink as route } from '@sinew/contract/treatment/control-link-contract.ts'
import type { LinkEffect } from '@sinew/core/chain/chain-snapshot.ts'
import { linkRefusals } from '@sinew/core/treatment/link-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockRisk } from '../risk/risk-store.ts'
import { getControlLink, lockControlLink, saveContained } from './control-link-store.ts'

export async function updateControlLink(
  ctx: Context,
  riskId: string,
  linkId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<ControlLink> {
  await ctx.recorded({ reason: input.reason ?? '' }, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    const link = await lockControlLink(tx, riskId, linkId)
    assertVersion(ifMatch, link.version)
    const effect = input.effect ?? (link.effect as LinkEffect)
    assertAllowed(linkRefusals({ effect, saved: input.saved ?? risk.contained_saved }))
    await tx
      .updateTable('risk_control')
      .set({
        effect: input.effect,
        reduction_low: input.reduction?.low,
        reduction_high: input.reduction?.high,
        coverage: input.coverage,
        note: input.note,
        // Stamped by the database; named here so that an empty change is still a valid statement.
        updated_at: ctx.now,
      })
      .where('id', '=', linkId)
      .execute()
    if (effect === 'response') await saveContained(tx, riskId, input.saved)
  })
  return getControlLink(ctx.db, riskId, linkId)
}
