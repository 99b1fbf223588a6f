import { assetRemovalRefusals } from '@sinew/core/asset/asset-rules.ts'
import type { Context, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockAsset } from './asset-store.ts'

export async function deleteAsset(ctx: Context, assetId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({}, async (tx) => {
    assertVersion(ifMatch, (await lockAsset(tx, assetId)).version)
    assertAllowed(assetRemovalRefusals(await restingOn(tx, assetId)))
    await tx.deleteFrom('asset').where('id', '=', assetId).execute()
  })
}

function restingOn(tx: Writer, assetId: string) {
  return tx
    .selectFrom('asset_dependency as dependency')
    .innerJoin('asset', 'asset.id', 'dependency.asset_id')
    .select('asset.number')
    .where('dependency.on_asset_id', '=', assetId)
    .orderBy('asset.number')
    .execute()
}
