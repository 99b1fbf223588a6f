import { refuse } from '@sinew/core/refusal.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockDocument } from './document-version-store.ts'

/** Somebody looked at the published version, and it still holds. */
export async function reviewDocument(ctx: Context, id: string, ifMatch: number, note: string) {
  return ctx.recorded({ derives: false, reason: note }, async (tx) => {
    const document = await lockDocument(tx, id)
    assertVersion(ifMatch, document.version)
    const published = await tx
      .selectFrom('document_version')
      .select('id')
      .where('document_id', '=', id)
      .where('status', '=', 'published')
      .executeTakeFirst()
    if (published === undefined)
      assertAllowed(refuse('document_not_published', 'There is no published version to look at. Publish one first.'))
    const reviewAt = new Date(ctx.now.getTime() + document.cadence_days * dayMs)
    await tx.updateTable('document').set({ reviewed_at: ctx.now, review_at: reviewAt }).where('id', '=', id).execute()
    return { reviewedAt: ctx.now.toISOString(), reviewAt: reviewAt.toISOString() }
  })
}
