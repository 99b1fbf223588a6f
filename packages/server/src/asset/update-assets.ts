import type { updateAssets as route } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import type { Context, Reader } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { AppError, notFound } from '../errors.ts'
import { needColumns } from './need-columns.ts'

/** One change to several assets, all or none. Rows are locked in one order, so that two such changes cannot block each other. */
export async function updateAssets(
  ctx: Context,
  { assets, change }: ParsedBody<typeof route>,
): Promise<{ readonly changed: number }> {
  const seen = new Map(assets.map(({ assetId, version }) => [assetId, version]))
  const ids = [...seen.keys()]
  await ctx.recorded({}, async (tx) => {
    const rows = await tx
      .selectFrom('asset')
      .select(['id', 'version', 'owner_id', 'number', 'title'])
      .where('id', 'in', ids)
      .orderBy('id')
      .forUpdate()
      .execute()
    if (rows.length < ids.length) throw notFound('asset')
    if (rows.some((row) => row.owner_id !== change.ownerId)) await assertMayOwn(tx, change.ownerId)
    if (change.siteId) await assertSite(tx, change.siteId)
    assertNoneChanged(rows.filter((row) => row.version !== seen.get(row.id)))
    await tx
      .updateTable('asset')
      .set({
        kind: change.kind,
        classification: change.classification,
        owner_id: change.ownerId,
        in_scope: change.inScope,
        ...needColumns(change),
        updated_at: ctx.now,
      })
      .where('id', 'in', ids)
      .execute()
  })
  return { changed: ids.length }
}

async function assertSite(tx: Reader, siteId: string): Promise<void> {
  const site = await tx.selectFrom('site').select('id').where('id', '=', siteId).executeTakeFirst()
  if (!site) throw notFound('site')
}

function assertNoneChanged(changed: readonly { readonly number: number; readonly title: string }[]): void {
  if (changed.length === 0) return
  const names = changed.slice(0, 3).map(({ number, title }) => `${assetRef(number)} ${title}`)
  const more = changed.length > 3 ? ` and ${changed.length - 3} more` : ''
  throw new AppError(
    412,
    `Somebody changed ${names.join(', ')}${more} meanwhile, so nothing was changed. Look again, then decide.`,
  )
}
