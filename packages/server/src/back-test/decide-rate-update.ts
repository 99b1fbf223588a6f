import type { RateUpdate } from '@sinew/contract/back-test/back-test-contract.ts'
import type { RateProposal } from '@sinew/contract/back-test/back-test-fields.ts'
import type { RiskDetail } from '@sinew/contract/risk/risk-contract.ts'
import { proposeUpdate } from '@sinew/core/back-test/propose-update.ts'
import { rateUpdateRefusals } from '@sinew/core/back-test/rate-update-rules.ts'
import { updateBasis } from '@sinew/core/back-test/update-words.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { estimateRisk } from '../risk/estimate-risk.ts'
import { loadRiskSituations } from '../risk/risk-situations.ts'
import { lockRisk } from '../risk/risk-store.ts'
import { loadRecords } from './load-records.ts'
import { findRateUpdates, insertRateUpdate } from './rate-update-store.ts'
import { sharesIn } from './shares-in.ts'
import { toProposal } from './shown.ts'

type Decided = { readonly key: string; readonly reason: string }

/** The new frequency becomes the estimate, as if somebody had estimated it, and what it rests on is pinned beside it. */
export async function acceptRateUpdate(
  ctx: Context,
  riskId: string,
  ifMatch: number,
  { key, reason }: Decided,
): Promise<RiskDetail> {
  const accepted = await ctx.recorded({ reason }, async (tx) => {
    const risk = await lockRisk(tx, riskId)
    assertVersion(ifMatch, risk.version)
    const { proposal, lossMinor } = await decidable(ctx, tx, riskId, key)
    await insertRateUpdate(ctx, tx, { riskId, decision: 'accepted', reason }, proposal)
    // What an event costs stays as it is, whatever its law.
    const lossShape = risk.loss_shape as RiskDetail['lossShape']
    return { proposal, lossMinor, lossShape, lossCapMinor: risk.loss_cap_minor, note: risk.estimate_note }
  })
  const basis = updateBasis(accepted.proposal)
  return estimateRisk(ctx, riskId, ifMatch, {
    frequency: accepted.proposal.after,
    lossMinor: accepted.lossMinor,
    lossCapMinor: accepted.lossCapMinor,
    frequencyShape: null,
    lossShape: accepted.lossShape,
    note: reason === '' ? accepted.note || basis : reason,
    basis,
  })
}

export async function dismissRateUpdate(ctx: Context, riskId: string, { key, reason }: Decided): Promise<RateUpdate> {
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    await lockRisk(tx, riskId)
    const { proposal } = await decidable(ctx, tx, riskId, key)
    await insertRateUpdate(ctx, tx, { riskId, decision: 'dismissed', reason }, proposal)
  })
  const [newest] = await findRateUpdates(ctx.db, riskId)
  if (newest === undefined) throw new Error('A dismissal was written and is not there.')
  return newest
}

/** What is proposed now, worked out in this transaction, when this person may decide on it and saw it. */
async function decidable(
  ctx: Context,
  tx: Writer,
  riskId: string,
  seenKey: string,
): Promise<{ readonly proposal: RateProposal; readonly lossMinor: { readonly low: number; readonly high: number } }> {
  const { snapshot, chain, of } = await loadRiskSituations(tx, ctx.now)
  const { risk } = of(riskId)
  const records = await loadRecords(tx, riskId)
  const proposed = proposeUpdate(risk, records.of(riskId), sharesIn(chain), snapshot.methodology.maxReduction)
  const person = snapshot.people.find(({ userId }) => userId === ctx.actor.id)
  assertAllowed(
    rateUpdateRefusals({
      risk,
      proposal: proposed,
      actor: { role: ctx.role, personId: person?.id ?? null, isActive: person?.active ?? false },
      seenKey,
    }),
  )
  // The rules above refuse where nothing is proposed, and nothing is proposed without an estimate.
  if (proposed === null || risk.lossMinor === null) throw new Error('An update was allowed without a proposal.')
  return { proposal: toProposal(proposed), lossMinor: risk.lossMinor }
}
