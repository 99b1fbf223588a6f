import type { Obligation, updateObligation as route } from '@sinew/contract/obligation/obligation-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { postponingRefusals } from '@sinew/core/obligation/obligation-review-register.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { firstReview } from './create-obligation.ts'
import { newestReviews } from './obligation-standing.ts'
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
    const newest = await newestReviews(tx).where('obligation_id', '=', obligationId).executeTakeFirst()
    const reviewAt =
      input.reviewAt === undefined ? undefined : input.reviewAt === null ? null : Date.parse(input.reviewAt)
    if (reviewAt !== (current.review_at?.getTime() ?? null))
      assertAllowed(postponingRefusals(reviewAt, newest ? { holdsUntil: newest.holds_until.getTime() } : null))
    const everyMonths = input.reviewEveryMonths === undefined ? current.review_every_months : input.reviewEveryMonths
    const day = input.reviewAt === undefined ? current.review_at : input.reviewAt
    await tx
      .updateTable('obligation')
      .set({
        title: input.title,
        kind: input.kind,
        source: input.source,
        party: input.party,
        requirement: input.requirement,
        owner_id: input.ownerId,
        review_at: day ?? firstReview(everyMonths, ctx.now),
        review_every_months: input.reviewEveryMonths,
        notify_hours: input.notifyHours,
        updated_at: ctx.now,
      })
      .where('id', '=', obligationId)
      .execute()
  })
  return getObligation(ctx.db, obligationId, ctx.now)
}
