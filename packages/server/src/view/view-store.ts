import type { SavedView } from '@sinew/contract/view/view-contract.ts'
import type { Selectable } from 'kysely'
import type { Context } from '../context.ts'
import type { SavedViewTable } from '../db/database.ts'
import { notFound } from '../errors.ts'

function toView(row: Selectable<SavedViewTable>): SavedView {
  return {
    id: row.id,
    version: row.version,
    screen: row.screen,
    name: row.name,
    // Written by `createView` and `updateView`, whose contract is this shape.
    query: row.query as SavedView['query'],
  }
}

/** Views belong to one person; everybody else's are not there. */
function ownViews(ctx: Context) {
  return ctx.db.selectFrom('saved_view').selectAll().where('user_id', '=', ctx.actor.id)
}

export async function findViews(ctx: Context, screen: string | undefined): Promise<{ readonly items: SavedView[] }> {
  const views = screen === undefined ? ownViews(ctx) : ownViews(ctx).where('screen', '=', screen)
  return { items: (await views.orderBy('screen').orderBy('name').orderBy('id').execute()).map(toView) }
}

export async function getView(ctx: Context, viewId: string): Promise<SavedView> {
  const row = await ownViews(ctx).where('id', '=', viewId).executeTakeFirst()
  if (!row) throw notFound('saved view')
  return toView(row)
}
