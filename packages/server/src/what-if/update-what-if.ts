import type { ParsedBody } from '@sinew/contract/route.ts'
import type { updateWhatIf as route, SavedWhatIf } from '@sinew/contract/what-if/what-if-contract.ts'
import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { priceContent } from './price-content.ts'
import { getWhatIf, lockWhatIf } from './what-if-store.ts'

/** A new name or note keeps the figures; a new content is priced anew, as of now. */
export async function updateWhatIf(
  ctx: Context,
  whatIfId: string,
  ifMatch: number,
  { name, note, content }: ParsedBody<typeof route>,
): Promise<SavedWhatIf> {
  await ctx.recorded({ derives: false }, async (tx) => {
    assertVersion(ifMatch, (await lockWhatIf(tx, whatIfId)).version)
    const figures = content && JSON.stringify(await priceContent(ctx, content))
    await tx
      .updateTable('what_if')
      .set({ name, note, content: content && JSON.stringify(content), figures, updated_at: ctx.now })
      .where('id', '=', whatIfId)
      .execute()
  })
  return getWhatIf(ctx.db, whatIfId)
}

export async function deleteWhatIf(ctx: Context, whatIfId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({ derives: false }, async (tx) => {
    assertVersion(ifMatch, (await lockWhatIf(tx, whatIfId)).version)
    await tx.deleteFrom('what_if').where('id', '=', whatIfId).execute()
  })
}
