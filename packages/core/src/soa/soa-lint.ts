import type { SourceEntity } from '../explanation/explanation.ts'

export type LintSeverity = 'error' | 'warning' | 'note'

/** What repairs an issue: the screen turns it into one click to `entity` `id`, with `action` already chosen. */
export type FixTarget = {
  readonly kind: SourceEntity | 'soa'
  readonly id: string
  readonly action: FixAction
}

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
  | 'set_implementation'
  | 'enable'
  | 'review_decision'
  | 'complete_catalogue'

export type SoaIssue = {
  readonly rule: LintRuleId
  readonly severity: LintSeverity
  /** Null for an issue of the whole statement. */
  readonly controlId: string | null
  readonly ref: string | null
  readonly sentence: string
  readonly fix: FixTarget
}

export type LintRuleId =
  | 'excluded-but-needed-by-treatment'
  | 'excluded-but-needed-by-obligation'
  | 'excluded-without-justification'
  | 'exclusion-justification-thin'
  | 'excluded-although-asset-in-scope'
  | 'included-for-no-reason'
  | 'only-business-reason-everywhere'
  | 'implemented-while-action-open'
  | 'implemented-but-unproven'
  | 'implemented-but-failing'
  | 'stale'
  | 'no-owner'
  | 'owner-left'
  | 'no-needs'
  | 'collector-silent'
  | 'need-removed'
  | 'need-weakened'
  | 'collector-retired'
  | 'planned-without-date'
  | 'not-93'
