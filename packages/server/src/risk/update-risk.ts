import type { RiskDetail, updateRisk as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { setRiskAssets } from './risk-assets.ts'
import { getRisk, lockRisk } from './risk-store.ts'

export async function updateRisk(
  ctx: Context,
  riskId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<RiskDetail> {
  await ctx.recorded({}, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    assertVersion(ifMatch, risk.version)
    assertAllowed(editRefusals(risk.status as RiskStatus))
    await assertMayOwn(tx, input.ownerId, risk.owner_id)
    await tx
      .updateTable('risk')
      .set({
        title: input.title,
        source: input.source,
        event: input.event,
        consequence: input.consequence,
        category: input.category,
        properties: input.properties,
        owner_id: input.ownerId,
        treatment: input.treatment,
        treatment_rationale: input.treatmentRationale,
        review_at: input.reviewAt,
        // Stamped by the database; named here so that an empty change is still a valid statement.
        updated_at: ctx.now,
      })
      .where('id', '=', riskId)
      .execute()
    if (input.assetIds !== undefined) await setRiskAssets(ctx, tx, riskId, input.assetIds)
  })
  return getRisk(ctx.db, riskId, ctx.now)
}
