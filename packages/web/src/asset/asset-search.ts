import { assetKinds, assetSorts, classifications } from '@sinew/contract/asset/asset-words.ts'
import { needLevels } from '@sinew/core/asset/need-levels.ts'
import { flag, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

const level = oneOf(needLevels)
const filters = {
  kind: oneOf(assetKinds),
  classification: oneOf(classifications),
  ownerId: text,
  siteId: text,
  inScope: flag,
  need: level,
  confidentiality: level,
  integrity: level,
  availability: level,
  singlePoint: flag,
  unassessed: flag,
}

export const assetSearch = listSearch(assetSorts, filters)
export type AssetSearch = ListSearch<(typeof assetSorts)[number], typeof filters>
