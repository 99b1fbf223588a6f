import { type ReviewInput, reviewInputKeys, reviewInputs } from '@sinew/core/management-review/review-inputs.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context, Writer } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { assertAllowed, notFound } from '../errors.ts'
import { auditResults } from './inputs/audit-results.ts'
import { changedIssues } from './inputs/changed-issues.ts'
import { changedNeeds } from './inputs/changed-needs.ts'
import type { Collect } from './inputs/collect.ts'
import { earlierActions } from './inputs/earlier-actions.ts'
import { feedback } from './inputs/feedback.ts'
import { improvements } from './inputs/improvements.ts'
import { measurement } from './inputs/measurement.ts'
import { nonconformities } from './inputs/nonconformities.ts'
import { objectives } from './inputs/objectives.ts'
import { risks } from './inputs/risks.ts'

const collectors: Readonly<Record<ReviewInput, Collect>> = {
  a: earlierActions,
  b: changedIssues,
  c: changedNeeds,
  d1: nonconformities,
  d2: measurement,
  d3: auditResults,
  d4: objectives,
  e: feedback,
  f: risks,
  g: improvements,
}

/** What a first review looks back on. */
const firstLookBackMs = 366 * 86_400_000

export async function collectReviewInputs(ctx: Context, reviewId: string): Promise<{ inputs: number }> {
  return ctx.recorded({ derives: false }, async (tx) => {
    const review = await tx
      .selectFrom('management_review')
      .select('state')
      .where('id', '=', reviewId)
      .forUpdate()
      .executeTakeFirst()
    if (review === undefined) throw notFound('management review')
    if (review.state !== 'planned')
      assertAllowed(refuse('held', 'The inputs were frozen at the meeting: they stay as they were.'))
    return { inputs: await fillInputs(ctx, tx, reviewId) }
  })
}

/** Fills every input from what is recorded since the review before; what was entered stays. */
export async function fillInputs(ctx: Context, tx: Writer, reviewId: string): Promise<number> {
  const before = await tx
    .selectFrom('management_review')
    .select('held_at')
    .where('id', '<>', reviewId)
    .where('held_at', 'is not', null)
    .orderBy('held_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  const since = before?.held_at ?? new Date(ctx.now.getTime() - firstLookBackMs)
  for (const input of reviewInputKeys) {
    const facts = [...(await collectors[input](tx, { since, at: ctx.now, reviewId }))]
    const collected = { facts, collected_at: ctx.now }
    const { numUpdatedRows } = await tx
      .updateTable('review_input')
      .set(collected)
      .where('review_id', '=', reviewId)
      .where('input', '=', input)
      .executeTakeFirst()
    if (numUpdatedRows > 0n) continue
    await tx
      .insertInto('review_input')
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        number: await nextNumber(tx, 'review_input'),
        review_id: reviewId,
        input,
        title: reviewInputs[input],
        ...collected,
      })
      .execute()
  }
  return reviewInputKeys.length
}
