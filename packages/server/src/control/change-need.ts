import type { Need, changeNeed as route } from '@sinew/contract/control/need-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { type NeedDefinition, needRefusals, needWeakenings } from '@sinew/core/control/need-rules.ts'
import type { Context } from '../context.ts'
import { AppError, assertAllowed, invalidField } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getNeed, lockNeed } from './need-store.ts'

/** Changes a need. What makes its control easier to prove is a decision of somebody entitled to it, with a reason. */
export async function changeNeed(
  ctx: Context,
  controlId: string,
  needId: string,
  ifMatch: number,
  { reason, ...change }: ParsedBody<typeof route>,
): Promise<Need> {
  await ctx.recorded({ reason }, async (tx) => {
    const row = await lockNeed(tx, controlId, needId)
    assertVersion(ifMatch, row.version)
    const before: NeedDefinition = {
      title: row.title,
      cadenceDays: row.cadence_days,
      weight: row.weight,
      nature: row.nature as NeedDefinition['nature'],
    }
    const after = {
      title: change.title ?? before.title,
      cadenceDays: change.cadenceDays ?? before.cadenceDays,
      weight: change.weight ?? before.weight,
      nature: change.nature ?? before.nature,
    }
    assertAllowed(needRefusals(after))
    assertMayWeaken(ctx, needWeakenings(before, after), reason)
    await tx
      .updateTable('evidence_need')
      .set({ title: after.title, cadence_days: after.cadenceDays, weight: after.weight, nature: after.nature })
      .where('id', '=', needId)
      .execute()
  })
  return getNeed(ctx, controlId, needId)
}

function assertMayWeaken(ctx: Context, ways: readonly string[], reason: string): void {
  if (ways.length === 0) return
  if (!ctx.can('control:decide')) {
    const detail = `This makes the control easier to prove (${ways.join(', ')}): a decision for an ISMS manager.`
    throw new AppError(403, detail)
  }
  if (reason === '')
    throw invalidField('reason', `This makes the control easier to prove (${ways.join(', ')}): say why.`)
}
