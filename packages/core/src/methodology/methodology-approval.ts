import { type Refusal, refuse } from '../refusal.ts'

export type ApprovalRequest = {
  readonly status: 'draft' | 'approved' | 'superseded'
  /** Users. */
  readonly proposedBy: string
  readonly approver: string
  /** Other members whose role lets them approve. */
  readonly otherApprovers: number
}

/**
 * Why somebody cannot approve a version of the methodology. A second pair of eyes is asked for wherever there is one; an
 * organisation with a single approver can go on, and the version says so (`isApprovedAlone`).
 */
export function approvalRefusals(request: ApprovalRequest): readonly Refusal[] {
  if (request.status !== 'draft') {
    return refuse('methodology-not-draft', `This version is ${request.status}: only a draft is approved.`)
  }
  if (request.proposedBy !== request.approver || request.otherApprovers === 0) return []
  return refuse('methodology-by-author', 'You wrote this version: somebody else who may approve has to look at it.')
}

/** Approved by its own author, because nobody else can. */
export function isApprovedAlone({ proposedBy, approver }: Pick<ApprovalRequest, 'proposedBy' | 'approver'>): boolean {
  return proposedBy === approver
}
