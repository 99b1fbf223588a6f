import { flag, instant, type ListSearch, listSearch, oneOf, text } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const sorts = ['dueAt', 'title', 'kind', 'person', 'worth'] as const

const filters = {
  whose: oneOf(['mine']),
  personId: text,
  kind: text,
  overdue: flag,
  loose: flag,
  later: flag,
  from: instant,
  to: instant,
}

export type WorkSearch = ListSearch<(typeof sorts)[number], typeof filters>

export const workSearch = listSearch(sorts, filters)
