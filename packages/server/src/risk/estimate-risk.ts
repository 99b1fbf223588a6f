import type { RiskDetail, estimateRisk as route } from '@sinew/contract/risk/risk-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import { estimateInputOf } from '@sinew/core/estimate/estimate-input.ts'
import type { EstimateInput } from '@sinew/core/loss/loss-law.ts'
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
  const { secondaryLosses } = input
  const estimate = estimateInputOf({ ...input, secondaryLosses: secondaryLosses ?? [] })
  const { frequency, lossMinor, lossCapMinor } = estimate
  const errors = [...missing(estimate), ...estimateRefusals(estimate)].map(({ field, message }) => ({
    path: field,
    message,
  }))
  if (errors.length > 0 || frequency === null || lossMinor === null)
    throw new AppError(422, 'Some fields are not right.', { errors })
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
        frequency_shape: toJson(estimate.frequencyShape),
        loss_shape: toJson(estimate.lossShape),
        secondary_losses: secondaryLosses === undefined ? undefined : JSON.stringify(secondaryLosses),
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

function missing({ frequency, lossMinor, lossShape }: EstimateInput) {
  const none = [
    frequency === null
      ? { field: 'frequency', message: 'Say how often: a range, or a chance of at most once a year.' }
      : null,
    // A law that cannot be made says itself what is wrong.
    lossMinor === null && lossShape === undefined
      ? { field: 'lossMinor', message: 'Say how much: a range, or a law of its own.' }
      : null,
  ]
  return none.filter((one) => one !== null)
}

function toJson(shape: object | undefined): string | null {
  return shape === undefined ? null : JSON.stringify(shape)
}
