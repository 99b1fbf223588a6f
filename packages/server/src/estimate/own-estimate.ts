import type { giveEstimate as giveRoute, RiskEstimates } from '@sinew/contract/estimate/estimate-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { RiskStatus } from '@sinew/core/chain/chain-snapshot.ts'
import {
  type EstimateStatus,
  giveRefusals,
  passRefusals,
  withdrawRefusals,
} from '@sinew/core/estimate/estimator-rules.ts'
import { estimateRefusals } from '@sinew/core/risk/estimate-rules.ts'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { AppError, assertAllowed, notFound } from '../errors.ts'
import { findEstimates } from './estimate-store.ts'

/** One's own figures for a risk, as they are from now on. The note is no reason of the ledger: others would read it there too early. */
export async function giveEstimate(
  ctx: Context,
  riskId: string,
  { frequency, lossMinor, note }: ParsedBody<typeof giveRoute>,
): Promise<RiskEstimates> {
  const refused = estimateRefusals({ frequency, lossMinor, lossCapMinor: null })
  if (refused.length > 0) {
    const errors = refused.map(({ field, message }) => ({ path: field, message }))
    throw new AppError(422, 'Some fields are not right.', { errors })
  }
  await ctx.recorded({ derives: false }, async (tx) => {
    const own = await lockOwn(ctx, tx, riskId)
    const others = await tx
      .selectFrom('risk_estimate')
      .select('id')
      .where('risk_id', '=', riskId)
      .where('status', '=', 'given')
      .where('person_id', '<>', own.personId)
      .executeTakeFirst()
    await write(ctx, tx, riskId, own.personId, {
      status: 'given',
      frequency_low: frequency.low,
      frequency_high: frequency.high,
      loss_low_minor: lossMinor.low,
      loss_high_minor: lossMinor.high,
      note,
      after_seeing: own.status !== null && others !== undefined,
    })
  })
  return findEstimates(ctx, riskId)
}

/** Sees what others said without own figures: for whoever cannot say, or leads the round. */
export async function passEstimate(ctx: Context, riskId: string, note: string): Promise<RiskEstimates> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const own = await lockOwn(ctx, tx, riskId)
    assertAllowed(passRefusals(own.status))
    await write(ctx, tx, riskId, own.personId, { ...noFigures, status: 'passed', note })
  })
  return findEstimates(ctx, riskId)
}

export async function withdrawEstimate(ctx: Context, riskId: string): Promise<RiskEstimates> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const own = await lockOwn(ctx, tx, riskId)
    assertAllowed(withdrawRefusals(own.status))
    await write(ctx, tx, riskId, own.personId, { ...noFigures, status: 'withdrawn', note: '' })
  })
  return findEstimates(ctx, riskId)
}

const noFigures = {
  frequency_low: null,
  frequency_high: null,
  loss_low_minor: null,
  loss_high_minor: null,
  after_seeing: false,
}

type Figures = {
  readonly status: EstimateStatus
  readonly frequency_low: number | null
  readonly frequency_high: number | null
  readonly loss_low_minor: number | null
  readonly loss_high_minor: number | null
  readonly note: string
  readonly after_seeing: boolean
}

/** The person behind the account and what they said so far; the risk stays as it is until the transaction ends. */
async function lockOwn(ctx: Context, tx: Writer, riskId: string) {
  const risk = await tx.selectFrom('risk').select('status').where('id', '=', riskId).forShare().executeTakeFirst()
  if (!risk) throw notFound('risk')
  const person = await tx
    .selectFrom('person')
    .select(['id', 'active'])
    .where('user_id', '=', ctx.actor.id)
    .executeTakeFirst()
  assertAllowed(giveRefusals(risk.status as RiskStatus, person ?? null))
  const personId = person?.id ?? ''
  const own = await tx
    .selectFrom('risk_estimate')
    .select('status')
    .where('risk_id', '=', riskId)
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst()
  return { personId, status: (own?.status as EstimateStatus | undefined) ?? null }
}

async function write(ctx: Context, tx: Writer, riskId: string, personId: string, figures: Figures): Promise<void> {
  const row = { ...figures, given_at: ctx.now }
  await tx
    .insertInto('risk_estimate')
    .values({ organization_id: ctx.organizationId, id: newId(), risk_id: riskId, person_id: personId, ...row })
    .onConflict((conflict) => conflict.columns(['organization_id', 'risk_id', 'person_id']).doUpdateSet(row))
    .execute()
}
