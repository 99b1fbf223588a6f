/** What up-to-date evidence says of a control, from worst to best. */
export const proofStatuses = ['failing', 'unproven', 'stale', 'proven'] as const
export type ProofStatus = (typeof proofStatuses)[number]

/** A line of the Statement of Applicability: an excluded control stands apart from the order. */
export type LineProof = ProofStatus | 'excluded'

export function proofRank(status: ProofStatus): number {
  return proofStatuses.indexOf(status)
}

/** The worse of two: a line is never better than its worst need. */
export function worseProof(a: ProofStatus, b: ProofStatus): ProofStatus {
  return proofRank(a) <= proofRank(b) ? a : b
}
