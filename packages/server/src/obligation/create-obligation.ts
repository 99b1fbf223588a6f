import type { Obligation, createObligation as route } from '@sinew/contract/obligation/obligation-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { addMonths } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { getObligation } from './obligation-store.ts'

export async function createObligation(ctx: Context, input: ParsedBody<typeof route>): Promise<Obligation> {
  const id = newId()
  await ctx.recorded({}, async (tx) => {
    await assertMayOwn(tx, input.ownerId)
    await tx
      .insertInto('obligation')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'obligation'),
        title: input.title,
        kind: input.kind,
        source: input.source,
        party: input.party,
        requirement: input.requirement,
        owner_id: input.ownerId,
        review_at: input.reviewAt ?? firstReview(input.reviewEveryMonths, ctx.now),
        review_every_months: input.reviewEveryMonths,
        notify_hours: input.notifyHours,
      })
      .execute()
  })
  return getObligation(ctx.db, id, ctx.now)
}

/** Where no day is said, one rhythm from now. */
export function firstReview(everyMonths: number | null | undefined, now: Date): Date | null {
  return everyMonths ? new Date(addMonths(now.getTime(), everyMonths)) : null
}
