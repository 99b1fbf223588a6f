import type { RiskDetail, createRisk as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { setRiskAssets } from './risk-assets.ts'
import { getRisk } from './risk-store.ts'

export async function createRisk(ctx: Context, input: ParsedBody<typeof route>): Promise<RiskDetail> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    await assertMayOwn(tx, input.ownerId)
    await tx
      .insertInto('risk')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'risk'),
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
      })
      .execute()
    await setRiskAssets(ctx, tx, id, input.assetIds)
  })
  return getRisk(ctx.db, id, ctx.now)
}
