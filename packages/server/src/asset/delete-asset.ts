import type { Context } from '../context.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockAsset } from './asset-store.ts'

export async function deleteAsset(ctx: Context, assetId: string, ifMatch: number): Promise<void> {
  await ctx.recorded({}, async (tx) => {
    assertVersion(ifMatch, (await lockAsset(tx, assetId)).version)
    await tx.deleteFrom('asset').where('id', '=', assetId).execute()
  })
}
