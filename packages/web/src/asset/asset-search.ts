import { assetKinds, assetSorts, classifications } from '@sinew/contract/asset/asset-words.ts'
import { flag, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

const filters = { kind: oneOf(assetKinds), classification: oneOf(classifications), ownerId: text, inScope: flag }

export const assetSearch = listSearch(assetSorts, filters)
export type AssetSearch = ListSearch<(typeof assetSorts)[number], typeof filters>
