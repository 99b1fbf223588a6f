import { flag, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const sorts = ['number', 'title', 'kind', 'classification', 'owner', 'risks', 'updatedAt'] as const
const kinds = [
  'information',
  'application',
  'infrastructure',
  'endpoint',
  'site',
  'people',
  'supplier_service',
  'source_code',
  'personal_data',
] as const
const classifications = ['public', 'internal', 'confidential', 'restricted'] as const

const filters = { kind: oneOf(kinds), classification: oneOf(classifications), ownerId: text, inScope: flag }

export const assetSearch = listSearch(sorts, filters)
export type AssetSearch = ListSearch<(typeof sorts)[number], typeof filters>
