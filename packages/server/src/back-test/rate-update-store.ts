import type { RateUpdate } from '@sinew/contract/back-test/back-test-contract.ts'
import type { RateProposal } from '@sinew/contract/back-test/back-test-fields.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

/** The newest first. */
export async function findRateUpdates(db: Reader, riskId: string): Promise<RateUpdate[]> {
  const rows = await db
    .selectFrom('rate_update')
    .selectAll()
    .where('risk_id', '=', riskId)
    .orderBy('decided_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    decision: row.decision as RateUpdate['decision'],
    reason: row.reason,
    decidedByName: row.decided_by_name,
    decidedAt: row.decided_at.toISOString(),
    // Written by the decision alone, and kept as it was by the database.
    pinned: row.pinned as RateProposal,
  }))
}

type Decision = { readonly riskId: string; readonly decision: RateUpdate['decision']; readonly reason: string }

export async function insertRateUpdate(
  ctx: Context,
  tx: Writer,
  { riskId, decision, reason }: Decision,
  pinned: RateProposal,
): Promise<void> {
  await tx
    .insertInto('rate_update')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      risk_id: riskId,
      decision,
      proposal_fingerprint: pinned.key,
      pinned: JSON.stringify(pinned),
      reason,
      decided_by: ctx.actor.id,
      decided_by_name: ctx.actor.name,
      decided_at: ctx.now,
    })
    .execute()
}
