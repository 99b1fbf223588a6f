import type { getRiskBackTest as route } from '@sinew/contract/back-test/back-test-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import { backTestRisk } from '@sinew/core/back-test/back-test-risk.ts'
import { proposeUpdate } from '@sinew/core/back-test/propose-update.ts'
import { derivedChain } from '../chain/current-chain.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { findWatches } from '../occurrence/watch-store.ts'
import { assertRiskExists } from '../risk/risk-store.ts'
import { loadEstimates } from './load-estimates.ts'
import { loadKept } from './load-kept.ts'
import { loadRecords } from './load-records.ts'
import { findRateUpdates } from './rate-update-store.ts'
import { sharesIn } from './shares-in.ts'
import { testedOf, toProposal } from './shown.ts'

export async function getRiskBackTest(ctx: Context, riskId: string): Promise<OutputOf<typeof route>> {
  await assertRiskExists(ctx.db, riskId)
  const { snapshot, chain } = await derivedChain(ctx)
  // A risk that was just made is in the register before it is in the chain.
  const risk = snapshot.risks.find(({ id }) => id === riskId)
  if (risk === undefined) throw notFound('risk')
  const records = await loadRecords(ctx.db, riskId)
  const estimates = (await loadEstimates(ctx, [riskId], false)).get(riskId) ?? []
  const sharesOf = sharesIn(chain)
  const { maxReduction } = snapshot.methodology
  const input = records.of(riskId)
  const kept = (await loadKept(ctx, [riskId])).get(riskId) ?? []
  const test = backTestRisk({ risk, ...input, estimates, kept }, sharesOf, maxReduction)
  const proposal = proposeUpdate(risk, input, sharesOf, maxReduction)
  return {
    ...testedOf(test),
    hindcastYears: test.hindcastYears,
    losses: test.losses.map(({ occurrenceId, at, lossMinor, place, isHit }) => ({
      occurrenceId,
      at: new Date(at).toISOString(),
      lossMinor,
      place,
      isHit,
    })),
    watches: await findWatches(ctx.db, riskId),
    proposal: proposal === null ? null : toProposal(proposal),
    updates: await findRateUpdates(ctx.db, riskId),
  }
}
