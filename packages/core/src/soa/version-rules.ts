import type { Refusal } from '../refusal.ts'
import type { LintRuleId, SoaIssue } from './lint-issue.ts'

export type SoaVersionStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn' | 'superseded'

const openProposal = 'A version is proposed already: it has to be approved, rejected or withdrawn first.'

/** What an error stands for when many lines have it, and the code that programs see. */
const manyLines: Partial<Readonly<Record<LintRuleId, (count: number) => string>>> = {
  'excluded-but-needed-by-treatment': (n) => `${n} excluded controls are needed by an open treatment.`,
  'excluded-but-needed-by-obligation': (n) => `${n} excluded controls are needed by an obligation.`,
  'excluded-without-justification': (n) => `${n} controls are excluded without a justification.`,
  'included-for-no-reason': (n) => `${n} controls are included for no stated reason.`,
  undecided: (n) => `${n} lines are not decided yet: say why they are necessary, or leave them out.`,
}

/**
 * Why no version can be proposed now: one is open already, or the statement has errors (fewer than 93 controls, an exclusion
 * without justification or of what is needed, a control included for no reason) or lines that nobody has decided on
 * (ISO/IEC 27001 6.1.3 c and d). One refusal a rule; its code is the rule's id. Warnings do not refuse.
 */
export function proposalRefusals(issues: readonly SoaIssue[], hasOpenProposal: boolean): readonly Refusal[] {
  const refusals: Refusal[] = hasOpenProposal ? [{ code: 'soa-proposal-open', message: openProposal }] : []
  const standing = Map.groupBy(
    issues.filter((issue) => issue.severity === 'error' || issue.rule === 'undecided'),
    (issue) => issue.rule,
  )
  for (const [rule, found] of standing) {
    const first = found[0]
    if (first === undefined) continue
    const many = found.length > 1 ? manyLines[rule]?.(found.length) : undefined
    refusals.push({ code: rule, message: many ?? first.sentence })
  }
  return refusals
}

export type SoaDecision = {
  readonly status: SoaVersionStatus
  readonly number: number
  readonly proposedBy: string
  /** The user who decides. */
  readonly decidedBy: string
  /** How many other members may propose or approve a version. */
  readonly others: number
}

/** Why this person may not approve a version: decided already, or their own while there is somebody else. */
export function approvalRefusals(decision: SoaDecision): readonly Refusal[] {
  const refusals = decisionRefusals(decision)
  if (refusals.length > 0 || decision.proposedBy !== decision.decidedBy || decision.others === 0) return refusals
  const message =
    'You proposed this version yourself. Somebody else approves it, or withdraw it and let somebody else propose.'
  return [{ code: 'soa-own-proposal', message }]
}

/** Why a version can be neither rejected nor withdrawn. */
export function decisionRefusals({ status, number }: Pick<SoaDecision, 'status' | 'number'>): readonly Refusal[] {
  if (status === 'proposed') return []
  return [{ code: 'soa-not-proposed', message: `Version ${number} is ${status}: there is nothing left to decide.` }]
}

/** Whether an approval was given by the proposer because there was nobody else, which is recorded with it. */
export function isApprovedAlone({ proposedBy, decidedBy }: Pick<SoaDecision, 'proposedBy' | 'decidedBy'>): boolean {
  return proposedBy === decidedBy
}
