import type { getDerivedStatus } from '@sinew/contract/chain/chain-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'

type Status = OutputOf<typeof getDerivedStatus>

/** Whether consequences are still being worked out: of everything, or of one request. */
export async function derivedStatus(
  ctx: Pick<Context, 'db'>,
  { after }: ParsedQuery<typeof getDerivedStatus> = {},
): Promise<Status> {
  const waiting = await ctx.db.selectFrom('pending_change').select('request_id').execute()
  const computed = await ctx.db.selectFrom('chain_checkpoint').select('at').executeTakeFirst()
  return {
    computedAt: computed?.at.toISOString() ?? null,
    waitingChanges: waiting.length,
    settled: after === undefined ? waiting.length === 0 : !waiting.some((change) => change.request_id === after),
  }
}
