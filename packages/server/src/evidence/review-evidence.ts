import type { Evidence, reviewEvidence as route } from '@sinew/contract/evidence/evidence-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { reviewRefusals } from '@sinew/core/evidence/evidence-rules.ts'
import type { Refusal } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockEvidence } from './evidence-store.ts'
import { getEvidence } from './get-evidence.ts'

/** Accepts or rejects a piece. A rejected one stays rejected: whoever submitted it brings a better one. */
export async function reviewEvidence(
  ctx: Context,
  evidenceId: string,
  ifMatch: number,
  { result, note }: ParsedBody<typeof route>,
): Promise<Evidence> {
  await ctx.recorded({ reason: note }, async (tx) => {
    const row = await lockEvidence(tx, evidenceId)
    assertVersion(ifMatch, row.version)
    assertAllowed([
      ...closedRefusals(row.state),
      ...reviewRefusals({ reviewerId: ctx.actor.id, submitterId: row.submitted_by, result, note }),
    ])
    await tx
      .updateTable('evidence')
      .set({
        review_result: result,
        reviewed_by: ctx.actor.id,
        reviewed_by_name: ctx.actor.name,
        reviewed_at: ctx.now,
        review_note: note,
        ...(result === 'rejected' ? { state: 'rejected', state_reason: note } : {}),
      })
      .where('id', '=', evidenceId)
      .execute()
  })
  return getEvidence(ctx, evidenceId)
}

function closedRefusals(state: string): readonly Refusal[] {
  if (state === 'active') return []
  return [{ code: 'evidence-closed', message: `It is ${state} and stays so. Ask for a new piece.` }]
}
