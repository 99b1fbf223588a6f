import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { withdrawRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed, invalidField } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockEvidence } from './evidence-store.ts'
import { getEvidence } from './get-evidence.ts'

/** Withdraws a piece for good. It stays the one its needs are judged by, and counts for nothing there. */
export async function withdrawEvidence(
  ctx: Context,
  evidenceId: string,
  ifMatch: number,
  reason: string,
): Promise<Evidence> {
  await ctx.recorded({ reason }, async (tx) => {
    const row = await lockEvidence(tx, evidenceId)
    assertVersion(ifMatch, row.version)
    if (reason === '') throw invalidField('reason', 'Say why it is withdrawn.')
    assertAllowed(withdrawRefusals(row.state as Evidence['state'], reason))
    await tx
      .updateTable('evidence')
      .set({ state: 'withdrawn', state_reason: reason })
      .where('id', '=', evidenceId)
      .execute()
  })
  return getEvidence(ctx, evidenceId)
}
