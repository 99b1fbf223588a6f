import { type ListSearch, listSearch, oneOf, someOf, text } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const sorts = ['collectedAt', 'number', 'title', 'countsUntil', 'createdAt'] as const

const filters = {
  /** Which of the three lists is open; all of them when left out. */
  show: oneOf(['inbox', 'expiring']),
  freshness: someOf(['current', 'due', 'stale', 'missing']),
  provenance: someOf(['observed', 'attested', 'declared', 'generated']),
  result: someOf(['pass', 'fail', 'k_of_n']),
  state: someOf(['active', 'withdrawn', 'rejected']),
  review: someOf(['pending', 'accepted', 'rejected']),
  controlId: text,
  collectorId: text,
  ingestRunId: text,
}

export const evidenceSearch = listSearch(sorts, filters)
export type EvidenceSearch = ListSearch<(typeof sorts)[number], typeof filters>
