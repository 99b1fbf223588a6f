import { flag, type ListSearch, listSearch, oneOf, someOf, text } from '../app/search-params.ts'

// Repeated from the contract, which is loaded with the screen and not with the app.
const pieceSorts = ['collectedAt', 'number', 'title', 'countsUntil', 'createdAt'] as const
const expiringSorts = ['validUntil', 'control', 'title', 'owner', 'worth'] as const

const pieceFilters = {
  /** Those that wait for a review; all pieces when left out. */
  show: oneOf(['inbox']),
  freshness: someOf(['current', 'due', 'stale', 'missing']),
  provenance: someOf(['observed', 'attested', 'declared', 'generated']),
  result: someOf(['pass', 'fail', 'k_of_n']),
  state: someOf(['active', 'withdrawn', 'rejected']),
  review: someOf(['pending', 'accepted', 'rejected']),
  controlId: text,
  collectorId: text,
  ingestRunId: text,
}

const expiringFilters = {
  show: oneOf(['expiring']),
  freshness: someOf(['current', 'due', 'stale']),
  days: oneOf(['30', '90', '180', '365']),
  ownerId: text,
  collected: flag,
}

/** One address for three lists, each with its own filters and order. */
export type EvidenceSearch = ListSearch<(typeof pieceSorts)[number], typeof pieceFilters>
export type ExpiringSearch = ListSearch<(typeof expiringSorts)[number], typeof expiringFilters>

const pieceSearch = listSearch(pieceSorts, pieceFilters)
const expiringSearch = listSearch(expiringSorts, expiringFilters)

export function evidenceSearch(raw: Readonly<Record<string, unknown>>): EvidenceSearch | ExpiringSearch {
  return raw.show === 'expiring' ? expiringSearch(raw) : pieceSearch(raw)
}

export function isExpiring(search: EvidenceSearch | ExpiringSearch): search is ExpiringSearch {
  return search.show === 'expiring'
}
