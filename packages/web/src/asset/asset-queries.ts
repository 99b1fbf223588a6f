import { getAsset, getAssetGraph, listAssets } from '@sinew/contract/asset/asset-contract.ts'
import { listRisks } from '@sinew/contract/risk/risk-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'
import type { AssetSearch } from './asset-search.ts'

export const assetsQuery = (api: OrganizationApi, search: AssetSearch) => api.query(listAssets, { query: search })

export const assetByNumberQuery = (api: OrganizationApi, number: number) =>
  api.query(listAssets, { query: { number, pageSize: 1 } })

export const assetQuery = (api: OrganizationApi, assetId: string) => api.query(getAsset, { params: { assetId } })

/** Risks of an asset, the dearest first. */
export const risksOfAssetQuery = (api: OrganizationApi, assetId: string) =>
  api.query(listRisks, { query: { assetId, pageSize: 50 } })

/** What rests on what: all of it, or what is around one asset. */
export const assetGraphQuery = (api: OrganizationApi, around?: string) =>
  api.query(getAssetGraph, { query: around === undefined ? {} : { around } })
