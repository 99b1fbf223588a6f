import { type ControlUse, controlDeletionRefusals } from '@sinew/core/control/control-rules.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockControl } from './control-store.ts'

/** Removes an own control that nothing rests on, with the needs nobody has answered. */
export async function deleteControl(ctx: Context, controlId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({}, async (tx) => {
    const control = await lockControl(tx, controlId)
    assertVersion(ifMatch, control.version)
    assertAllowed(controlDeletionRefusals(control.source as 'annex_a' | 'own', await countUse(tx, controlId)))
    await tx.deleteFrom('control').where('id', '=', controlId).execute()
  })
}

async function countUse(tx: Writer, controlId: string): Promise<ControlUse> {
  const count = async (table: 'obligation_control' | 'treatment_action' | 'observed_subject') => {
    const rows = await tx.selectFrom(table).select('id').where('control_id', '=', controlId).execute()
    return rows.length
  }
  const evidence = await tx
    .selectFrom('evidence_serves')
    .innerJoin('evidence_need', 'evidence_need.id', 'evidence_serves.need_id')
    .where('evidence_need.control_id', '=', controlId)
    .select('evidence_serves.evidence_id')
    .distinct()
    .execute()
  const risks = await tx
    .selectFrom('risk_control')
    .select('risk_id')
    .distinct()
    .where('control_id', '=', controlId)
    .execute()
  return {
    risks: risks.length,
    obligations: await count('obligation_control'),
    actions: await count('treatment_action'),
    evidence: evidence.length,
    observations: await count('observed_subject'),
  }
}
