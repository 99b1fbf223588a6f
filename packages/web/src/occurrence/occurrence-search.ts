import { occurrenceSorts } from '@sinew/contract/occurrence/occurrence-words.ts'
import { flag, instant, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

const filters = {
  kind: oneOf(['loss', 'near_miss']),
  riskId: text,
  lossUnknown: flag,
  from: instant,
  until: instant,
}

export const occurrenceSearch = listSearch(occurrenceSorts, filters)
export type OccurrenceSearch = ListSearch<(typeof occurrenceSorts)[number], typeof filters>
