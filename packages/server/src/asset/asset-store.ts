import type { Asset, exportAssets, listAssets } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { needProperties, rankOf } from '@sinew/core/asset/need-levels.ts'
import type { AssetStanding } from '@sinew/core/asset/stand-assets.ts'
import { sql } from 'kysely'
import type { Reader, Writer } from '../context.ts'
import { containsPattern, listPage, type Page, type PageQuery } from '../db/list-page.ts'
import { notFound } from '../errors.ts'
import { loadStanding, standingOf, standingRows, toStanding } from './asset-standing.ts'

function assetsWithNames(db: Reader) {
  return db
    .selectFrom('asset')
    .leftJoin('person as owner', 'owner.id', 'asset.owner_id')
    .leftJoin('person as custodian', 'custodian.id', 'asset.custodian_id')
    .leftJoin('site', 'site.id', 'asset.site_id')
    .selectAll('asset')
    .select((select) => [
      'owner.name as owner_name',
      'custodian.name as custodian_name',
      'site.number as site_number',
      'site.name as site_name',
      select
        .selectFrom('risk_asset')
        .whereRef('risk_asset.asset_id', '=', 'asset.id')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('risk_count'),
    ])
}

type AssetRow = Awaited<ReturnType<ReturnType<typeof assetsWithNames>['executeTakeFirstOrThrow']>>

function toAsset(row: AssetRow, standing: AssetStanding): Asset {
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
    custodianId: row.custodian_id,
    custodianName: row.custodian_name,
    siteId: row.site_id,
    site: row.site_number === null ? null : { number: row.site_number, name: row.site_name ?? '' },
    confidentiality: row.confidentiality as Asset['confidentiality'],
    confidentialityReason: row.confidentiality_reason,
    integrity: row.integrity as Asset['integrity'],
    integrityReason: row.integrity_reason,
    availability: row.availability as Asset['availability'],
    availabilityReason: row.availability_reason,
    rtoHours: row.rto_hours,
    rpoHours: row.rpo_hours,
    riskCount: row.risk_count ?? 0,
    ...toStanding(standing),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

type Filters = Omit<ParsedQuery<typeof exportAssets>, 'format'> & Pick<ParsedQuery<typeof listAssets>, 'number'>

export async function findAssets(db: Reader, query: Filters & PageQuery): Promise<Page<Asset>> {
  const standing = await loadStanding(db)
  let assets = assetsWithNames(db).innerJoin(standingRows(standing), 'standing.id', 'asset.id')
  if (query.q) assets = assets.where('asset.title', 'ilike', containsPattern(query.q))
  if (query.number !== undefined) assets = assets.where('asset.number', '=', query.number)
  if (query.classification) assets = assets.where('asset.classification', '=', query.classification)
  if (query.inScope !== undefined) assets = assets.where('asset.in_scope', '=', query.inScope)
  if (query.kind) assets = assets.where('asset.kind', '=', query.kind)
  if (query.ownerId) assets = assets.where('asset.owner_id', '=', query.ownerId)
  if (query.siteId) assets = assets.where('asset.site_id', '=', query.siteId)
  if (query.need) assets = assets.where('standing.need', '=', rankOf(query.need))
  for (const property of needProperties) {
    const level = query[property]
    if (level) assets = assets.where(`standing.${property}`, '=', rankOf(level))
  }
  if (query.singlePoint !== undefined) assets = assets.where('standing.single_point', '=', query.singlePoint)
  if (query.unassessed !== undefined) assets = assets.where('standing.unassessed', '=', query.unassessed)
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
      location: 'site.name',
      need: 'standing.need',
      confidentiality: 'standing.confidentiality',
      integrity: 'standing.integrity',
      availability: 'standing.availability',
      risks: sql`risk_count`,
      updatedAt: 'asset.updated_at',
    },
    (row) => toAsset(row, standingOf(standing, row.id)),
    'asset.id',
  )
}

export async function getAsset(db: Reader, assetId: string): Promise<Asset> {
  const row = await assetsWithNames(db).where('asset.id', '=', assetId).executeTakeFirst()
  if (!row) throw notFound('asset')
  return toAsset(row, standingOf(await loadStanding(db), assetId))
}

/** Locks the row until the transaction ends, so that its version cannot change between the check and the update. */
export async function lockAsset(tx: Writer, assetId: string) {
  const row = await tx
    .selectFrom('asset')
    .select(['version', 'owner_id', 'custodian_id'])
    .where('id', '=', assetId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw notFound('asset')
  return row
}
