import type { Asset, exportAssets, listAssets } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

function assetsWithOwner(db: Reader) {
  return db
    .selectFrom('asset')
    .leftJoin('person as owner', 'owner.id', 'asset.owner_id')
    .selectAll('asset')
    .select((select) => [
      'owner.name as owner_name',
      select
        .selectFrom('risk_asset')
        .whereRef('risk_asset.asset_id', '=', 'asset.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('risk_count'),
    ])
}

type AssetRow = Awaited<ReturnType<ReturnType<typeof assetsWithOwner>['executeTakeFirstOrThrow']>>

function toAsset(row: AssetRow): Asset {
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    title: row.title,
    kind: row.kind as Asset['kind'],
    classification: row.classification as Asset['classification'],
    description: row.description,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    inScope: row.in_scope,
    riskCount: row.risk_count ?? 0,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportAssets>, 'format'> & Pick<ParsedQuery<typeof listAssets>, 'number'>

export async function findAssets(db: Reader, query: Filters & PageQuery): Promise<Page<Asset>> {
  let assets = assetsWithOwner(db)
  if (query.q) assets = assets.where('asset.title', 'ilike', containsPattern(query.q))
  if (query.number !== undefined) assets = assets.where('asset.number', '=', query.number)
  if (query.classification) assets = assets.where('asset.classification', '=', query.classification)
  if (query.inScope !== undefined) assets = assets.where('asset.in_scope', '=', query.inScope)
  if (query.kind) assets = assets.where('asset.kind', '=', query.kind)
  if (query.ownerId) assets = assets.where('asset.owner_id', '=', query.ownerId)
  return listPage(
    assets,
    query,
    {
      number: 'asset.number',
      title: 'asset.title',
      kind: 'asset.kind',
      // As people rank it, not as the alphabet does.
      classification: sql`array_position(array['public', 'internal', 'confidential', 'restricted'], asset.classification)`,
      owner: 'owner.name',
      risks: sql`risk_count`,
      updatedAt: 'asset.updated_at',
    },
    toAsset,
    'asset.id',
  )
}

export async function getAsset(db: Reader, assetId: string): Promise<Asset> {
  const row = await assetsWithOwner(db).where('asset.id', '=', assetId).executeTakeFirst()
  if (!row) throw notFound('asset')
  return toAsset(row)
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockAsset(tx: Writer, assetId: string) {
  const row = await tx
    .selectFrom('asset')
    .select(['version', 'owner_id'])
    .where('id', '=', assetId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('asset')
  return row
}
