import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'

/** Makes the risk concern exactly these assets; the links that stay are not touched. */
export async function setRiskAssets(
  ctx: Context,
  tx: Writer,
  riskId: string,
  assetIds: readonly string[],
): Promise<void> {
  const wanted = new Set(assetIds)
  const linked = await tx.selectFrom('risk_asset').where('risk_id', '=', riskId).select(['id', 'asset_id']).execute()
  const dropped = linked.filter((link) => !wanted.has(link.asset_id)).map((link) => link.id)
  const known = new Set(linked.map((link) => link.asset_id))
  const added = [...wanted].filter((assetId) => !known.has(assetId))
  if (dropped.length > 0) await tx.deleteFrom('risk_asset').where('id', 'in', dropped).execute()
  if (added.length > 0) {
    await tx
      .insertInto('risk_asset')
      .values(
        added.map((assetId) => ({
          organization_id: ctx.organizationId,
          id: newId(),
          risk_id: riskId,
          asset_id: assetId,
        })),
      )
      .execute()
  }
}
