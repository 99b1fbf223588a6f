import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'

/** What one request did, as far as the revisions at hand say. */
export type RequestGroup = Pick<Revision, 'requestId' | 'at' | 'actor' | 'reason'> & {
  readonly revisions: readonly Revision[]
}

/** Puts neighbours of one request together; the order of revisions stays. */
export function groupRequests(revisions: readonly Revision[]): readonly RequestGroup[] {
  const groups: { head: Revision; revisions: Revision[] }[] = []
  for (const revision of revisions) {
    const last = groups.at(-1)
    if (last && last.head.requestId === revision.requestId && last.head.reason === revision.reason) {
      last.revisions.push(revision)
    } else {
      groups.push({ head: revision, revisions: [revision] })
    }
  }
  return groups.map(({ head: { requestId, at, actor, reason }, revisions: own }) => ({
    requestId,
    at,
    actor,
    reason,
    revisions: own,
  }))
}
