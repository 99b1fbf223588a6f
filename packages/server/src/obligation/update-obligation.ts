import type { Obligation, updateObligation as route } from '@sinew/contract/obligation/obligation-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getObligation, lockObligation } from './obligation-store.ts'

export async function updateObligation(
  ctx: Context,
  obligationId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Obligation> {
  await ctx.recorded({}, async (tx) => {
    const current = await lockObligation(tx, obligationId)
    assertVersion(ifMatch, current.version)
    await assertMayOwn(tx, input.ownerId, current.owner_id)
    await tx
      .updateTable('obligation')
      .set({
        title: input.title,
        kind: input.kind,
        source: input.source,
        party: input.party,
        requirement: input.requirement,
        owner_id: input.ownerId,
        review_at: input.reviewAt,
        notify_hours: input.notifyHours,
        updated_at: ctx.now,
      })
      .where('id', '=', obligationId)
      .execute()
  })
  return getObligation(ctx.db, obligationId)
}
