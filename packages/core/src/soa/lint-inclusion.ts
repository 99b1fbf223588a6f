import type { DecisionKind } from '../chain/chain-snapshot.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import { needInWords } from '../evidence/need-words.ts'
import { actionRef } from '../explanation/people-ref.ts'
import type { LintContext } from './lint-context.ts'
import { type LintRuleId, type SoaIssue, soaIssue } from './lint-issue.ts'
import type { SoaLine } from './soa-line.ts'

/** Issues of a control that is applicable: its reason, owner, plan, needs and proof. */
export function lintInclusion(line: SoaLine, control: DerivedControl, context: LintContext): readonly SoaIssue[] {
  if (!line.applicable) return []
  return [
    ...reasonIssues(line, context),
    ...ownerIssues(line, context),
    ...planIssues(line, context),
    ...proofIssues(line, control),
    ...decisionIssues(line, context),
  ]
}

/**
 * A control that stands in the statement by default, and that no reason was ever given for: nobody has looked at it yet. Once an
 * approved version holds it, somebody has, and a reason that is gone makes its inclusion wrong.
 */
export function isUndecided(line: SoaLine, { pinned }: Pick<LintContext, 'pinned'>): boolean {
  return line.applicable && line.reasons.length === 0 && !pinned.has(line.controlId)
}

function reasonIssues(line: SoaLine, context: LintContext): readonly SoaIssue[] {
  if (line.reasons.length > 0) return []
  const fix = { entity: 'control', id: line.controlId, action: 'add_reason' } as const
  if (isUndecided(line, context)) {
    const sentence = `${line.ref} is not decided yet: say why it is necessary, or leave it out.`
    return [soaIssue('undecided', line, sentence, fix)]
  }
  const sentence = `${line.ref} is included for no stated reason: no risk, obligation or text says why it is necessary.`
  return [soaIssue('included-for-no-reason', line, sentence, fix)]
}

function ownerIssues(line: SoaLine, context: LintContext): readonly SoaIssue[] {
  const fix = { entity: 'control', id: line.controlId, action: 'set_owner' } as const
  // Who answers for it comes after whether it is necessary.
  if (line.ownerId === null && isUndecided(line, context)) return []
  if (line.ownerId === null) return [soaIssue('no-owner', line, `${line.ref} has no owner.`, fix)]
  const owner = context.people.get(line.ownerId)
  if (owner?.active === true) return []
  const name = owner?.name ?? 'a person who is no longer listed'
  return [soaIssue('owner-left', line, `${line.ref} is owned by ${name}, who has left.`, fix)]
}

function planIssues(line: SoaLine, context: LintContext): readonly SoaIssue[] {
  const open = context.openActions.get(line.controlId) ?? []
  const first = open[0]
  if (line.implementation === 'implemented' && first !== undefined) {
    const which = open.map((action) => actionRef(action.number)).join(', ')
    const sentence = `${line.ref} is called implemented while its treatment is not finished: ${which}.`
    return [
      soaIssue('implemented-while-action-open', line, sentence, {
        entity: 'action',
        id: first.id,
        action: 'finish_action',
      }),
    ]
  }
  const isUnfinished = line.implementation === 'planned' || line.implementation === 'partly'
  if (!isUnfinished || line.plannedAt !== null) return []
  const sentence = `${line.ref} is ${line.implementation === 'planned' ? 'planned' : 'partly implemented'} without a date.`
  return [soaIssue('planned-without-date', line, sentence, { entity: 'control', id: line.controlId, action: 'plan' })]
}

function proofIssues(line: SoaLine, control: DerivedControl): readonly SoaIssue[] {
  const weighed = control.needs.filter((need) => need.weight > 0)
  const worst = (proof: string) => weighed.find((need) => need.proof === proof)
  const on = (needId: string | undefined) => {
    return needId === undefined
      ? ({ entity: 'control', id: line.controlId } as const)
      : ({ entity: 'need', id: needId } as const)
  }
  if (line.proof === 'failing') {
    const need = worst('failing')
    const sentence = `${line.ref} fails its latest test${need === undefined ? '' : `: ${need.title}`}.`
    return [soaIssue('implemented-but-failing', line, sentence, { ...on(need?.needId), action: 'repair' })]
  }
  if (line.claimedShare === 0) return []
  if (weighed.length === 0) {
    const sentence = `${line.ref} is implemented, but nothing is named that would prove it.`
    return [soaIssue('no-needs', line, sentence, { entity: 'control', id: line.controlId, action: 'add_need' })]
  }
  const need = worst(line.proof)
  const fix = { ...on(need?.needId), action: 'add_evidence' } as const
  if (line.proof === 'unproven') {
    const sentence = `${line.ref} is implemented, but not proven${need === undefined ? '' : `: ${need.title}, ${needInWords(need)}`}.`
    return [soaIssue('implemented-but-unproven', line, sentence, fix)]
  }
  if (line.proof !== 'stale') return []
  return [soaIssue('stale', line, `${line.ref} was proven, but ${need?.title ?? 'its evidence'} is out of date.`, fix)]
}

const ruleOfDecision: Readonly<Record<DecisionKind, LintRuleId | null>> = {
  need_removed: 'need-removed',
  need_weakened: 'need-weakened',
  collector_retired: 'collector-retired',
  // Shown by the exclusion itself.
  control_excluded: null,
}

function decisionIssues(line: SoaLine, context: LintContext): readonly SoaIssue[] {
  return (context.decisions.get(line.controlId) ?? []).flatMap((decision) => {
    const rule = ruleOfDecision[decision.kind]
    if (rule === null) return []
    const sentence = `${decision.sentence.replace(/\.?$/, '')}: since then ${line.ref} is easier to prove.`
    return [soaIssue(rule, line, sentence, { entity: 'control', id: line.controlId, action: 'review_decision' })]
  })
}
