import { type Refusal, refuse } from '../refusal.ts'
import { nonconformingGrades } from './audit-words.ts'

export type AuditFacts = {
  readonly objective: string
  readonly criteria: string
  readonly plan: string
  readonly methods: readonly string[]
  readonly clauses: readonly string[]
  readonly controls: readonly string[]
  readonly sites: readonly string[]
  readonly conclusion: string
}

export type AuditorFacts = { readonly personId: string; readonly role: string }
export type CheckFacts = { readonly requirement: string; readonly result: string; readonly notes: string }
export type FindingFacts = {
  readonly ref: string
  readonly grade: string
  readonly requirements: readonly string[]
  readonly requirement: string
  readonly seen: string
  readonly gap: string
}

/** Prepared: what is audited against what, how, by whom, with which questions. */
export function canPrepare(
  audit: AuditFacts,
  auditors: readonly AuditorFacts[],
  checks: readonly CheckFacts[],
): readonly Refusal[] {
  return [
    ...demand(
      audit.objective !== '' && audit.criteria !== '',
      'no_objective',
      'Objective or criteria are missing: say why it is audited and against what.',
    ),
    ...demand(
      audit.clauses.length + audit.controls.length > 0,
      'no_scope',
      'The scope is empty: name clauses or controls.',
    ),
    ...demand(
      audit.plan !== '' && audit.methods.length > 0,
      'no_plan',
      'There is no plan: say who is met when, and by which methods.',
    ),
    ...demand(
      auditors.some(({ role }) => role === 'lead'),
      'no_lead',
      'There is no lead auditor: add one who owns nothing of the scope.',
    ),
    ...demand(checks.length > 0, 'no_checklist', 'There is no checklist: make it of the scope.'),
  ]
}

/** Reported: every question has an answer, and every nonconformity its three sentences. */
export function canReport(
  audit: AuditFacts,
  checks: readonly CheckFacts[],
  findings: readonly FindingFacts[],
): readonly Refusal[] {
  const open = checks.filter(({ result }) => result === 'open').map(({ requirement }) => requirement)
  const bare = checks
    .filter(({ result, notes }) => result === 'not_audited' && notes === '')
    .map(({ requirement }) => requirement)
  const loose = checks
    .filter(
      ({ requirement, result }) =>
        result === 'finding' && !findings.some((one) => one.requirements.includes(requirement)),
    )
    .map(({ requirement }) => requirement)
  return [
    ...demand(open.length === 0, 'questions_open', `Not looked at yet: ${some(open)}.`),
    ...demand(bare.length === 0, 'no_reason', `Not audited without a reason: ${some(bare)}.`),
    ...demand(loose.length === 0, 'no_finding', `The checklist says finding, and no finding names it: ${some(loose)}.`),
    ...findings.flatMap(isComplete),
    ...demand(
      audit.conclusion !== '',
      'no_conclusion',
      'There is no conclusion: say what the audit says of the ISMS as a whole.',
    ),
  ]
}

/** A nonconformity cites requirement, evidence and gap; any other finding stands for itself. */
function isComplete({ ref, grade, requirements, requirement, seen, gap }: FindingFacts): readonly Refusal[] {
  if (!nonconformingGrades.includes(grade)) return []
  const missing = [
    ...(requirements.length === 0 || requirement === '' ? ['the requirement'] : []),
    ...(seen === '' ? ['the evidence'] : []),
    ...(gap === '' ? ['the gap'] : []),
  ]
  return demand(
    missing.length === 0,
    'finding_incomplete',
    `${ref} is a nonconformity and lacks ${missing.join(', ')}.`,
  )
}

/** Closed: every nonconformity that the audit opened is closed. */
export function canCloseAudit(
  nonconformities: readonly { readonly ref: string; readonly state: string }[],
): readonly Refusal[] {
  const open = nonconformities.filter(({ state }) => state !== 'closed').map(({ ref }) => ref)
  return demand(open.length === 0, 'nonconformities_open', `Not closed yet: ${some(open)}.`)
}

const mostNamed = 6

/** `9.1, 9.2 and 4 more` */
export function some(refs: readonly string[]): string {
  if (refs.length <= mostNamed) return refs.join(', ')
  return `${refs.slice(0, mostNamed).join(', ')} and ${refs.length - mostNamed} more`
}

function demand(holds: boolean, code: string, message: string): readonly Refusal[] {
  return holds ? [] : refuse(code, message)
}
