import { backTestSorts } from '@sinew/contract/back-test/back-test-words.ts'
import { flag, type ListSearch, listSearch, text } from '../app/search-params.ts'

const filters = { category: text, proposal: flag }

export const backTestSearch = listSearch(backTestSorts, filters)
export type BackTestSearch = ListSearch<(typeof backTestSorts)[number], typeof filters>
