import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import type { Reader } from '../context.ts'

/** What each asset rests on, as the import reads it: `AS-3; AS-4 or AS-5`. */
export async function restsOn(db: Reader): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom('asset_dependency as dependency')
    .innerJoin('asset', 'asset.id', 'dependency.on_asset_id')
    .select(['dependency.asset_id', 'dependency.any_of', 'asset.number'])
    .orderBy('asset.number')
    .execute()
  const groups = new Map<string, Map<string, string[]>>()
  for (const { asset_id, any_of, number } of rows) {
    const ref = assetRef(number)
    const ofAsset = groups.get(asset_id) ?? new Map<string, string[]>()
    const key = any_of === '' ? ref : `any ${any_of.toLowerCase()}`
    groups.set(asset_id, ofAsset.set(key, [...(ofAsset.get(key) ?? []), ref]))
  }
  return new Map([...groups].map(([id, of]) => [id, [...of.values()].map((refs) => refs.join(' or ')).join('; ')]))
}
