import type { Collector, updateCollector as route } from '@sinew/contract/collector/collector-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { invalidField } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getCollector, lockCollector } from './collector-store.ts'

/** Changes a collector. Its rhythm is also that of the needs it answers, except of those somebody gave their own. */
export async function updateCollector(
  ctx: Context,
  collectorId: string,
  ifMatch: number,
  { reason, ...change }: ParsedBody<typeof route>,
): Promise<Collector> {
  await ctx.recorded({ reason }, async (tx) => {
    const row = await lockCollector(tx, collectorId)
    assertVersion(ifMatch, row.version)
    const cadenceDays = change.cadenceDays ?? row.cadence_days
    if (cadenceDays > row.cadence_days && reason === '') {
      throw invalidField('reason', 'Expecting reports less often makes controls easier to prove: say why.')
    }
    await tx
      .updateTable('collector')
      .set({ name: change.name, owner_id: change.ownerId, cadence_days: cadenceDays, updated_at: ctx.now })
      .where('id', '=', collectorId)
      .execute()
    if (cadenceDays === row.cadence_days) return
    await tx
      .updateTable('evidence_need')
      .set({ cadence_days: cadenceDays })
      .where('collector_id', '=', collectorId)
      .where('cadence_days', '=', row.cadence_days)
      .execute()
  })
  return getCollector(ctx, collectorId)
}
