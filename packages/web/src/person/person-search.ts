import { personSorts } from '@sinew/contract/person/person-words.ts'
import { flag, type ListSearch, listSearch } from '../app/search-params.ts'

const filters = { active: flag, owns: flag }

export const personSearch = listSearch(personSorts, filters)
export type PersonSearch = ListSearch<(typeof personSorts)[number], typeof filters>
