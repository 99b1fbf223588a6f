import { policySorts } from '@sinew/contract/insurance/insurance-words.ts'
import { flag, type ListSearch, listSearch } from '../app/search-params.ts'

const filters = { inForce: flag }

export const policySearch = listSearch(policySorts, filters)
export type PolicySearch = ListSearch<(typeof policySorts)[number], typeof filters>
