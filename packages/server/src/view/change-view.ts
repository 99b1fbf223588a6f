import type { ParsedBody } from '@sinew/contract/route.ts'
import type {
  createView as createRoute,
  SavedView,
  updateView as updateRoute,
} from '@sinew/contract/view/view-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { findViews, getView } from './view-store.ts'

const mostOfAScreen = 100

export async function createView(ctx: Context, input: ParsedBody<typeof createRoute>): Promise<SavedView> {
  const { items } = await findViews(ctx, input.screen)
  if (items.length >= mostOfAScreen && !items.some(({ name }) => name === input.name)) {
    assertAllowed(refuse('too_many_views', `You keep ${mostOfAScreen} views of this list. Delete one first.`))
  }
  const row = await ctx.recorded({ derives: false }, (tx) =>
    tx
      .insertInto('saved_view')
      .values({
        organization_id: ctx.organizationId,
        id: newId(),
        user_id: ctx.actor.id,
        screen: input.screen,
        name: input.name,
        query: JSON.stringify(input.query),
      })
      .onConflict((conflict) =>
        conflict
          .columns(['organization_id', 'user_id', 'screen', 'name'])
          .doUpdateSet({ query: JSON.stringify(input.query) }),
      )
      .returning('id')
      .executeTakeFirstOrThrow(),
  )
  return getView(ctx, row.id)
}

export async function updateView(
  ctx: Context,
  viewId: string,
  ifMatch: number,
  input: ParsedBody<typeof updateRoute>,
): Promise<SavedView> {
  await ctx.recorded({ derives: false }, async (tx) => {
    await tx.selectFrom('saved_view').select('id').where('id', '=', viewId).forUpdate().execute()
    assertVersion(ifMatch, (await getView(ctx, viewId)).version)
    await tx
      .updateTable('saved_view')
      .set({ name: input.name, query: input.query && JSON.stringify(input.query), updated_at: ctx.now })
      .where('id', '=', viewId)
      .execute()
  })
  return getView(ctx, viewId)
}

export async function deleteView(ctx: Context, viewId: string): Promise<void> {
  const { id } = await getView(ctx, viewId)
  await ctx.recorded({ derives: false }, (tx) => tx.deleteFrom('saved_view').where('id', '=', id).execute())
}
