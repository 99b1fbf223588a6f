import type { ParsedBody } from '@sinew/contract/route.ts'
import type { createWhatIf as route, SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import type { Context } from '../context.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { priceContent } from './price-content.ts'
import { getWhatIf } from './what-if-store.ts'

export async function createWhatIf(ctx: Context, input: ParsedBody<typeof route>): Promise<SavedWhatIf> {
  const id = newId()
  const figures = await priceContent(ctx, input.content)
  // Nothing that is derived depends on what is not so.
  await ctx.recorded({ derives: false }, async (tx) => {
    await tx
      .insertInto('what_if')
      .values({
        organization_id: ctx.organizationId,
        id,
        number: await nextNumber(tx, 'what_if'),
        name: input.name,
        note: input.note,
        content: JSON.stringify(input.content),
        figures: JSON.stringify(figures),
        author_user_id: ctx.actor.id,
        author_name: ctx.actor.name,
      })
      .execute()
  })
  return getWhatIf(ctx.db, id)
}
