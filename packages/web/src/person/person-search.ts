import { flag, type ListSearch, listSearch } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const sorts = ['number', 'name', 'jobTitle', 'owned', 'updatedAt'] as const
const filters = { active: flag, owns: flag }

export const personSearch = listSearch(sorts, filters)
export type PersonSearch = ListSearch<(typeof sorts)[number], typeof filters>
