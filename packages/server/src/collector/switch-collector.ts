import type { Collector } from '@sinew/contract/collector/collector-contract.ts'
import type { Context } from '../context.ts'
import { RefusalError } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getCollector, lockCollector } from './collector-store.ts'

/** Switches a collector off or on. What it proved stays, and goes stale in its own time. */
export async function switchCollector(
  ctx: Context,
  collectorId: string,
  ifMatch: number,
  to: { readonly active: true } | { readonly active: false; readonly reason: string },
): Promise<Collector> {
  const reason = to.active ? '' : to.reason
  await ctx.recorded({ reason }, async (tx) => {
    const row = await lockCollector(tx, collectorId)
    assertVersion(ifMatch, row.version)
    if (row.active === to.active) {
      const message = `The collector is switched ${to.active ? 'on' : 'off'} already.`
      throw new RefusalError([{ code: 'collector-unchanged', message }])
    }
    await tx
      .updateTable('collector')
      .set({ active: to.active, disabled_reason: reason })
      .where('id', '=', collectorId)
      .execute()
  })
  return getCollector(ctx, collectorId)
}
