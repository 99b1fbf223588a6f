import type { SourceEntity } from '../explanation/explanation.ts'

export const lintSeverities = ['error', 'warning', 'note'] as const
export type LintSeverity = (typeof lintSeverities)[number]

/**
 * Each rule and how serious it is: an error makes the statement wrong, a warning questionable, a note is worth a look. Errors
 * stand in the way of proposing a version, and so does a line that is still undecided.
 */
export const lintRules = {
  'excluded-but-needed-by-treatment': 'error',
  'excluded-but-needed-by-obligation': 'error',
  'excluded-without-justification': 'error',
  'included-for-no-reason': 'error',
  'not-93': 'error',
  'implemented-but-failing': 'warning',
  'exclusion-justification-thin': 'warning',
  'excluded-although-asset-in-scope': 'warning',
  'implemented-while-action-open': 'warning',
  'implemented-but-unproven': 'warning',
  'no-needs': 'warning',
  stale: 'warning',
  'no-owner': 'warning',
  'owner-left': 'warning',
  'collector-silent': 'warning',
  'need-removed': 'warning',
  'need-weakened': 'warning',
  'collector-retired': 'warning',
  'planned-without-date': 'warning',
  'only-business-reason-everywhere': 'warning',
  undecided: 'note',
} as const satisfies Record<string, LintSeverity>

export type LintRuleId = keyof typeof lintRules

export type FixAction =
  | 'include'
  | 'justify'
  | 'add_reason'
  | 'add_need'
  | 'add_evidence'
  | 'repair'
  | 'plan'
  | 'finish_action'
  | 'set_owner'
  | 'restore_collector'
  | 'review_decision'
  | 'add_missing_controls'

/** Where an issue is repaired: the screen opens `entity` `id` with `action` already chosen. */
export type FixTarget = {
  readonly entity: SourceEntity | 'soa'
  readonly id: string
  readonly action: FixAction
}

export type SoaIssue = {
  readonly rule: LintRuleId
  readonly severity: LintSeverity
  /** Null for an issue of the whole statement. */
  readonly controlId: string | null
  readonly ref: string | null
  readonly sentence: string
  readonly fix: FixTarget
}

export function soaIssue(
  rule: LintRuleId,
  about: { readonly controlId: string; readonly ref: string } | null,
  sentence: string,
  fix: FixTarget,
): SoaIssue {
  return {
    rule,
    severity: lintRules[rule],
    controlId: about?.controlId ?? null,
    ref: about?.ref ?? null,
    sentence,
    fix,
  }
}
