import type { DerivedCollector } from '../collector/collector-state.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import { annexARefs } from './annex-a-refs.ts'
import { type LintContext, lintContext } from './lint-context.ts'
import { lintExclusion } from './lint-exclusion.ts'
import { lintInclusion } from './lint-inclusion.ts'
import { lintSeverities, type SoaIssue, soaIssue } from './lint-issue.ts'
import type { SoaContext, SoaLine } from './soa-line.ts'
import type { SoaSnapshot } from './soa-snapshot.ts'

export type LintInput = {
  readonly snapshot: SoaSnapshot
  readonly lines: readonly SoaLine[]
  readonly controls: ReadonlyMap<string, DerivedControl>
  readonly collectors: readonly DerivedCollector[]
  readonly context: SoaContext
}

/**
 * What an auditor would question in the Statement of Applicability, errors first, then in the order of the lines
 * (ISO/IEC 27001 6.1.3 c and d).
 */
export function lintSoa({ snapshot, lines, controls, collectors, context }: LintInput): readonly SoaIssue[] {
  const look = lintContext(snapshot, collectors, context.openActionsByControl)
  const inputs = new Map(snapshot.controls.map((control) => [control.id, control]))
  const ofLines = lines.flatMap((line) => {
    const control = controls.get(line.controlId)
    const needs = inputs.get(line.controlId)?.needs ?? []
    return [
      ...lintExclusion(line, look),
      ...(control === undefined ? [] : lintInclusion(line, control, look)),
      ...(line.applicable ? collectorIssues(line, needs, look) : []),
    ]
  })
  const rank = (issue: SoaIssue) => lintSeverities.indexOf(issue.severity)
  return [...coverageIssues(lines, look), ...businessIssues(lines, look), ...ofLines].sort((a, b) => rank(a) - rank(b))
}

function coverageIssues(lines: readonly SoaLine[], { organizationId }: LintContext): readonly SoaIssue[] {
  const annexA = lines.filter((line) => line.source === 'annex_a').map((line) => line.ref)
  const missing = annexARefs.filter((ref) => !annexA.includes(ref))
  const doubled = annexA.length - new Set(annexA).size
  if (missing.length === 0 && annexA.length === annexARefs.length) return []
  const which =
    missing.length === 0 ? '' : ` Missing: ${missing.slice(0, 5).join(', ')}${missing.length > 5 ? ', …' : ''}.`
  const twice = doubled === 0 ? '' : ` ${doubled} stand twice.`
  const sentence = `The statement covers ${new Set(annexA).size} of the 93 controls of Annex A.${which}${twice}`
  return [soaIssue('not-93', null, sentence, { entity: 'soa', id: organizationId, action: 'add_missing_controls' })]
}

function businessIssues(lines: readonly SoaLine[], { organizationId }: LintContext): readonly SoaIssue[] {
  const reasons = lines.filter((line) => line.applicable).flatMap((line) => line.reasons)
  if (reasons.length === 0 || reasons.some((reason) => reason.kind !== 'business')) return []
  const sentence =
    'Every control is included for business reasons only: no risk, law or contract is behind any of them.'
  return [
    soaIssue('only-business-reason-everywhere', null, sentence, {
      entity: 'soa',
      id: organizationId,
      action: 'add_reason',
    }),
  ]
}

function collectorIssues(
  line: SoaLine,
  needs: SoaSnapshot['controls'][number]['needs'],
  context: LintContext,
): readonly SoaIssue[] {
  const ids = new Set(needs.flatMap((need) => (need.collectorId === null ? [] : [need.collectorId])))
  return [...ids].flatMap((id) => {
    const collector = context.collectors.get(id)
    if (collector?.state === 'reporting' || collector?.state === 'overdue') return []
    const why = collector?.sentence ?? 'Its collector was removed: nothing it proved is renewed.'
    const fix = { entity: 'collector', id, action: 'restore_collector' } as const
    return [soaIssue('collector-silent', line, `${line.ref}: ${why}`, fix)]
  })
}
