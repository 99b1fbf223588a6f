import {
  holdsUntil,
  type obligationReviewRegister,
  reviewRefusals,
} from '@sinew/core/obligation/obligation-review-register.ts'
import type { Reader } from '../context.ts'
import { notFound } from '../errors.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { newestReviews } from './obligation-standing.ts'

/** A review counts until a day, which becomes the day of the next review. */
export const reviewRules: RegisterRules<typeof obligationReviewRegister> = {
  searched: ['seen'],
  check: async (ctx, tx, values) => reviewRefusals(values, await rhythmOf(tx, values.obligationId), ctx.now.getTime()),
  begins: async (_ctx, tx, values) => {
    const until = holdsUntil(values, await rhythmOf(tx, values.obligationId))
    return { holdsUntil: until === null ? null : new Date(until) }
  },
  changed: async (ctx, tx, { id, obligationId }) => {
    const newest = await newestReviews(tx).select('id').where('obligation_id', '=', obligationId).executeTakeFirst()
    // One that is entered late says nothing of the next.
    if (newest === undefined || newest.id !== id) return
    await tx
      .updateTable('obligation')
      .set({ review_at: newest.holds_until, updated_at: ctx.now })
      .where('id', '=', obligationId)
      .execute()
  },
}

async function rhythmOf(db: Pick<Reader, 'selectFrom'>, obligationId: string): Promise<number | null> {
  const row = await db
    .selectFrom('obligation')
    .select('review_every_months')
    .where('id', '=', obligationId)
    .executeTakeFirst()
  if (!row) throw notFound('obligation')
  return row.review_every_months
}
