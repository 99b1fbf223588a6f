import * as contract from '@sinew/contract/asset/asset-contract.ts'
import { assetDependencies } from '@sinew/contract/asset/asset-dependency-contract.ts'
import { dependencyRefusals } from '@sinew/core/asset/asset-rules.ts'
import { type Binding, handle } from '../http/handle.ts'
import { registerBindings } from '../register/register-bindings.ts'
import { findAssets, getAsset } from './asset-store.ts'
import { createAsset } from './create-asset.ts'
import { deleteAsset } from './delete-asset.ts'
import { exportAssets } from './export-assets.ts'
import { getAssetGraph } from './get-asset-graph.ts'
import { importAssets } from './import-assets.ts'
import { updateAsset } from './update-asset.ts'
import { updateAssets } from './update-assets.ts'

export const assetRoutes: readonly Binding[] = [
  handle(contract.listAssets, (ctx, { query }) => findAssets(ctx.db, query)),
  handle(contract.exportAssets, (ctx, { query }) => exportAssets(ctx, query)),
  handle(contract.getAssetGraph, (ctx, { query }) => getAssetGraph(ctx.db, query.around)),
  handle(contract.importAssets, (ctx, { body }) => importAssets(ctx, body)),
  handle(contract.getAsset, (ctx, { params }) => getAsset(ctx.db, params.assetId)),
  handle(contract.createAsset, (ctx, { body }) => createAsset(ctx, body)),
  handle(contract.updateAsset, (ctx, { params, ifMatch, body }) => updateAsset(ctx, params.assetId, ifMatch, body)),
  handle(contract.updateAssets, (ctx, { body }) => updateAssets(ctx, body)),
  handle(contract.deleteAsset, (ctx, { params, ifMatch }) => deleteAsset(ctx, params.assetId, ifMatch)),
  ...registerBindings(assetDependencies, {
    check: async (_ctx, tx, values, before) => {
      const said = await tx
        .selectFrom('asset_dependency')
        .select(['id', 'on_asset_id'])
        .where('asset_id', '=', values.assetId)
        .execute()
      const others = said.filter(({ id }) => id !== before?.id).map((one) => one.on_asset_id)
      return dependencyRefusals(values, others)
    },
  }),
]
