import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import type { EvidenceInput } from '@sinew/core/chain/chain-snapshot.ts'
import type { Context } from '../context.ts'
import { assertAllowed, RefusalError } from '../errors.ts'
import { lockEvidence } from './evidence-store.ts'
import { getEvidence } from './get-evidence.ts'
import { insertServes } from './insert-serves.ts'
import { getNeedsToServe, servingRefusals } from './may-serve.ts'

/** Has a piece serve one more need. */
export async function linkEvidence(ctx: Context, evidenceId: string, needId: string): Promise<Evidence> {
  await ctx.recorded({}, async (tx) => {
    const row = await lockEvidence(tx, evidenceId)
    const needs = await getNeedsToServe(tx, [needId])
    const piece = {
      nature: row.nature as EvidenceInput['nature'],
      provenance: row.provenance as EvidenceInput['provenance'],
      collectorId: row.collector_id,
      submittedBy: row.submitted_by,
    }
    assertAllowed(await servingRefusals(tx, piece, needs))
    const serving = await tx
      .selectFrom('evidence_serves')
      .select('id')
      .where('evidence_id', '=', evidenceId)
      .where('need_id', '=', needId)
      .executeTakeFirst()
    if (serving) throw new RefusalError([{ code: 'serves-already', message: 'It serves this need already.' }])
    await insertServes(tx, ctx.organizationId, { id: evidenceId, collectedAt: row.collected_at }, [needId])
  })
  return getEvidence(ctx, evidenceId)
}
