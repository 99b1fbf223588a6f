import * as contract from '@sinew/contract/search/search-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { searchObjects } from './search-objects.ts'

export const searchRoutes: readonly Binding[] = [
  handle(contract.search, (ctx, { query }) => searchObjects(ctx, query.q, query.limit)),
]
