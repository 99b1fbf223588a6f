import type { Asset, updateAsset as route } from '@sinew/contract/asset/asset-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { Context } from '../context.ts'
import { assertMayOwn } from '../db/assert-may-own.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getAsset, lockAsset } from './asset-store.ts'
import { needColumns } from './need-columns.ts'

export async function updateAsset(
  ctx: Context,
  assetId: string,
  ifMatch: number,
  input: ParsedBody<typeof route>,
): Promise<Asset> {
  await ctx.recorded({}, async (tx) => {
    const current = await lockAsset(tx, assetId)
    assertVersion(ifMatch, current.version)
    await assertMayOwn(tx, input.ownerId, current.owner_id)
    await assertMayOwn(tx, input.custodianId, current.custodian_id)
    await tx
      .updateTable('asset')
      .set({
        title: input.title,
        kind: input.kind,
        classification: input.classification,
        description: input.description,
        owner_id: input.ownerId,
        in_scope: input.inScope,
        ...needColumns(input),
        // Stamped by the database; named here so that an empty change is still a valid statement.
        updated_at: ctx.now,
      })
      .where('id', '=', assetId)
      .execute()
  })
  return getAsset(ctx.db, assetId)
}
