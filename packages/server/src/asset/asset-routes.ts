import * as contract from '@sinew/contract/asset/asset-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { findAssets, getAsset } from './asset-store.ts'
import { createAsset } from './create-asset.ts'
import { deleteAsset } from './delete-asset.ts'
import { exportAssets } from './export-assets.ts'
import { updateAsset } from './update-asset.ts'
import { updateAssets } from './update-assets.ts'

export const assetRoutes: readonly Binding[] = [
  handle(contract.listAssets, (ctx, { query }) => findAssets(ctx.db, query)),
  handle(contract.exportAssets, (ctx, { query }) => exportAssets(ctx, query)),
  handle(contract.getAsset, (ctx, { params }) => getAsset(ctx.db, params.assetId)),
  handle(contract.createAsset, (ctx, { body }) => createAsset(ctx, body)),
  handle(contract.updateAsset, (ctx, { params, ifMatch, body }) => updateAsset(ctx, params.assetId, ifMatch, body)),
  handle(contract.updateAssets, (ctx, { body }) => updateAssets(ctx, body)),
  handle(contract.deleteAsset, (ctx, { params, ifMatch }) => deleteAsset(ctx, params.assetId, ifMatch)),
]
