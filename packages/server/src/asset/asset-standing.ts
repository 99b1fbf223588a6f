import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import type { AssetFact, DependencyFact } from '@sinew/core/asset/asset-web.ts'
import { type NeedLevel, needProperties, rankOf } from '@sinew/core/asset/need-levels.ts'
import { type AssetStanding, type StandingOfAssets, standAssets } from '@sinew/core/asset/stand-assets.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'

/** What follows for every asset from what is said of all of them. */
export async function loadStanding(db: Reader): Promise<StandingOfAssets> {
  const assets = await db
    .selectFrom('asset')
    .select((select) => [
      'asset.id',
      'asset.number',
      'asset.in_scope',
      'asset.confidentiality',
      'asset.integrity',
      'asset.availability',
      select
        .selectFrom('risk_asset')
        .innerJoin('risk', 'risk.id', 'risk_asset.risk_id')
        .whereRef('risk_asset.asset_id', '=', 'asset.id')
        .where('risk.status', '!=', 'closed')
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('open_risks'),
    ])
    .execute()
  const dependencies = await db.selectFrom('asset_dependency').select(['asset_id', 'on_asset_id', 'any_of']).execute()
  return standAssets(
    assets.map(
      (row): AssetFact => ({
        id: row.id,
        number: row.number,
        inScope: row.in_scope,
        riskCount: Number(row.open_risks ?? 0),
        needs: {
          confidentiality: row.confidentiality as NeedLevel | null,
          integrity: row.integrity as NeedLevel | null,
          availability: row.availability as NeedLevel | null,
        },
      }),
    ),
    dependencies.map(
      (row): DependencyFact => ({ assetId: row.asset_id, onAssetId: row.on_asset_id, anyOf: row.any_of }),
    ),
  )
}

/** Assets in scope with a high need that no open risk is about, by number. */
export async function findUnassessed(db: Reader) {
  const { byId } = await loadStanding(db)
  const ids = [...byId].filter(([, { unassessed }]) => unassessed !== null).map(([id]) => id)
  if (ids.length === 0) return []
  return db.selectFrom('asset').select(['number', 'title']).where('id', 'in', ids).orderBy('number').execute()
}

const nothing = { level: null, because: null }
const without: AssetStanding = {
  needs: { confidentiality: nothing, integrity: nothing, availability: nothing },
  singlePoint: null,
  unassessed: null,
}

export function standingOf({ byId }: StandingOfAssets, assetId: string): AssetStanding {
  return byId.get(assetId) ?? without
}

export function toStanding({ needs, singlePoint, unassessed }: AssetStanding) {
  return { effective: { ...needs }, singlePoint, unassessed } satisfies Partial<Asset>
}

type StandingRow = {
  readonly id: string
  readonly need: number
  readonly confidentiality: number
  readonly integrity: number
  readonly availability: number
  readonly single_point: boolean
  readonly unassessed: boolean
}

/** What was worked out, as rows called `standing`, so that the database can sort, filter and count by it. */
export function standingRows({ byId }: StandingOfAssets) {
  const all = [...byId]
  const column = <T>(of: (standing: AssetStanding) => T) => sql.val(all.map(([, standing]) => of(standing)))
  const [confidentiality, integrity, availability] = needProperties.map((property) =>
    column(({ needs }) => rankOf(needs[property].level)),
  )
  return sql<StandingRow>`(
    select *, greatest(confidentiality, integrity, availability) as need from unnest(
      ${sql.val(all.map(([id]) => id))}::uuid[], ${confidentiality}::int[], ${integrity}::int[], ${availability}::int[],
      ${column(({ singlePoint }) => singlePoint !== null)}::boolean[],
      ${column(({ unassessed }) => unassessed !== null)}::boolean[]
    ) as each (id, confidentiality, integrity, availability, single_point, unassessed))`.as('standing')
}
