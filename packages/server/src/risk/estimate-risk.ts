import type { RiskDetail, estimateRisk as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { estimateRefusals } from '@sinew/core/risk/estimate-rules.ts'
import { editRefusals } from '@sinew/core/risk/risk-edit-rules.ts'
import type { Context } from '../context.ts'
import { AppError, assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getMethodologyInput } from '../methodology/methodology-store.ts'
import { getRisk, lockRisk } from './risk-store.ts'

/** Whoever estimates is the assessor, and the estimate is tied to the methodology it was made under. */
export async function estimateRisk(
  ctx: Context,
  riskId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<RiskDetail> {
  const { frequency, lossMinor, lossCapMinor } = input
  const errors = estimateRefusals(input).map(({ field, message }) => ({ path: field, message }))
  if (errors.length > 0) throw new AppError(422, 'Some fields are not right.', { errors })
  await ctx.recorded({ reason: input.note }, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    assertVersion(ifMatch, risk.version)
    assertAllowed(editRefusals(risk.status as RiskStatus))
    const methodology = await getMethodologyInput(tx)
    await tx
      .updateTable('risk')
      .set({
        frequency_low: frequency.low,
        frequency_high: frequency.high,
        loss_low_minor: lossMinor.low,
        loss_high_minor: lossMinor.high,
        loss_cap_minor: lossCapMinor,
        estimate_note: input.note,
        estimate_basis: input.basis,
        estimated_at: ctx.now,
        assessed_by: ctx.actor.id,
        assessed_by_name: ctx.actor.name,
        assessed_methodology: methodology.version,
      })
      .where('id', '=', riskId)
      .execute()
  })
  return getRisk(ctx.db, riskId, ctx.now)
}
