import { actionRef, obligationRef } from '../../explanation/people-ref.ts'
import type { LintRuleId } from '../../soa/lint-issue.ts'
import type { SoaLine } from '../../soa/soa-line.ts'
import type { ReadinessFacts } from '../readiness-facts.ts'
import { type Grade, gapIf, gapWhere, type ReadinessRule, type Seen } from '../readiness-rule.ts'
import { isOwnedByNobody } from '../risk-facts.ts'

const seen = (lines: readonly SoaLine[]): readonly Seen[] =>
  lines.map(({ ref, title }) => ({ entity: 'control', ref, title }))

const necessary = ({ standing }: ReadinessFacts) => standing.soa.filter(({ applicable }) => applicable)

type LintWords = {
  readonly item: string
  readonly grade: Grade
  readonly requirement: string
  readonly gap: string
  readonly repair: string
}

/** What the Statement of Applicability’s own rules find, as an auditor would write it. */
const ofLint: Partial<Readonly<Record<LintRuleId, LintWords>>> = {
  'not-93': {
    item: '6.1.3.c',
    grade: 'major',
    requirement: 'The controls are compared with all of Annex A, so that none that is necessary is overlooked.',
    gap: 'The comparison is not complete.',
    repair: 'Add the missing controls and decide on each.',
  },
  'excluded-but-needed-by-treatment': {
    item: '6.1.3.b',
    grade: 'major',
    requirement: 'Every control that a treatment needs is determined as necessary.',
    gap: 'A control is left out although a risk is treated by it.',
    repair: 'Include it, or treat the risk by something else.',
  },
  'excluded-but-needed-by-obligation': {
    item: 'A.5.31',
    grade: 'major',
    requirement: 'What law and contracts ask for is identified and met.',
    gap: 'A control is left out although an obligation asks for it.',
    repair: 'Include it, or show what else keeps the obligation.',
  },
  'excluded-without-justification': {
    item: '6.1.3.d',
    grade: 'major',
    requirement: 'The statement justifies every control that is left out.',
    gap: 'No reason stands on the exclusion.',
    repair: 'Write down why it is not necessary here.',
  },
  'included-for-no-reason': {
    item: '6.1.3.d',
    grade: 'minor',
    requirement: 'The statement says why each control is necessary.',
    gap: 'Nothing says why it is included.',
    repair: 'Link the risk or the obligation that it serves, or write the reason.',
  },
  'implemented-while-action-open': {
    item: '6.1.3.d',
    grade: 'minor',
    requirement: 'The statement says truly whether each control is implemented.',
    gap: 'It is stated as implemented while work on it is still open.',
    repair: 'Set it to partly implemented, or finish the action.',
  },
  'planned-without-date': {
    item: '6.1.3.e',
    grade: 'minor',
    requirement: 'A plan says by when each necessary control is put in place.',
    gap: 'It is not in place, and no date says when it will be.',
    repair: 'Set a date, or plan an action with an owner.',
  },
  'collector-silent': {
    item: '9.1.method',
    grade: 'minor',
    requirement: 'What is monitored keeps being monitored.',
    gap: 'A program that should report has fallen silent.',
    repair: 'Bring the collector back, or bring the evidence by hand.',
  },
  'need-weakened': {
    item: '9.1.what',
    grade: 'observation',
    requirement: 'What proves a control is not made easier without a reason that holds.',
    gap: 'A need for evidence was made easier to meet since the last approved statement.',
    repair: 'Have the decision looked at with the next version of the statement.',
  },
}

const lintRules = Object.entries(ofLint).map(([lint, { item, grade, requirement, gap, repair }]): ReadinessRule => {
  return {
    id: `soa-${lint}`,
    item,
    grade,
    requirement,
    find: ({ standing }) => {
      const issues = standing.lint.filter(({ rule }) => rule === lint)
      const [first] = issues
      const about = issues.flatMap(({ ref, controlId }): readonly Seen[] => {
        if (ref === null) return []
        return [
          { entity: 'control', ref, title: standing.soa.find((line) => line.controlId === controlId)?.title ?? '' },
        ]
      })
      if (first === undefined) return null
      if (about.length === 0) return { evidence: first.sentence, gap, repair, seen: [] }
      return gapWhere(about, (names) => ({ evidence: `${first.sentence} So it stands on: ${names}.`, gap, repair }))
    },
  }
})

/** 6.1.3 d and e, 8.3, and the controls themselves. */
export const controlRules: readonly ReadinessRule[] = [
  ...lintRules,
  {
    id: 'no-statement',
    item: '6.1.3.d',
    grade: 'major',
    requirement: 'An approved Statement of Applicability is kept.',
    find: ({ soa }) =>
      gapIf(!soa.versions.some(({ status }) => status === 'approved'), {
        evidence: 'No version of the Statement of Applicability is approved.',
        gap: 'The statement that the certificate names does not exist.',
        repair: 'Decide on what is undecided, propose a version, and have it approved.',
      }),
  },
  {
    id: 'statement-too-old',
    item: '6.1.3.d',
    grade: 'observation',
    requirement: 'The statement is kept current.',
    find: ({ soa, at }) => {
      const approved = soa.versions.find(({ status }) => status === 'approved')
      return gapIf(approved?.approvedAt != null && approved.approvedAt < at - 400 * 86_400_000, {
        evidence: 'The version in force was approved more than a year ago.',
        gap: 'Nobody has confirmed it since.',
        repair: 'Go through what changed and approve a new version.',
      })
    },
  },
  {
    id: 'control-without-owner',
    item: '5.3.a',
    grade: 'minor',
    requirement: 'Responsibilities for information security are assigned.',
    find: (facts) =>
      gapWhere(seen(necessary(facts).filter(({ ownerId }) => isOwnedByNobody(facts.snapshot, ownerId))), (names) => ({
        evidence: `Nobody who is here answers for: ${names}.`,
        gap: 'These controls have no owner.',
        repair: 'Name an owner for each.',
      })),
  },
  {
    id: 'implemented-and-failing',
    item: '8.1.criteria',
    grade: 'major',
    requirement: 'Controls run as they were planned.',
    find: (facts) =>
      gapWhere(
        seen(necessary(facts).filter(({ proof, claimedShare }) => claimedShare > 0 && proof === 'failing')),
        (names) => ({
          evidence: `The newest evidence fails for: ${names}.`,
          gap: 'They are stated as working, and are shown not to.',
          repair: 'Repair what failed and bring new evidence, or say so in the statement.',
        }),
      ),
  },
  {
    id: 'implemented-and-unproven',
    item: '8.1.criteria',
    grade: 'minor',
    requirement: 'It can be shown that controls run as planned.',
    find: (facts) =>
      gapWhere(
        seen(necessary(facts).filter(({ proof, claimedShare }) => claimedShare > 0 && proof === 'unproven')),
        (names, count) => ({
          evidence: `${count} implemented ${count === 1 ? 'control has' : 'controls have'} nothing to show: ${names}.`,
          gap: 'That they are implemented is said, not shown.',
          repair: 'Say what would prove each, and bring the first piece.',
        }),
      ),
  },
  {
    id: 'evidence-stale',
    item: '9.1.results',
    grade: 'minor',
    requirement: 'Results of monitoring are kept at the planned rhythm.',
    find: (facts) =>
      gapWhere(seen(necessary(facts).filter(({ proof }) => proof === 'stale')), (names, count) => ({
        evidence: `The evidence of ${count} ${count === 1 ? 'control' : 'controls'} is out of date: ${names}.`,
        gap: 'What was done on time once is not done on time now.',
        repair: 'Renew it, beginning with what is worth most; the work list is sorted by that.',
      })),
  },
  {
    id: 'action-overdue',
    item: '8.3.implement',
    grade: 'minor',
    requirement: 'The treatment plan is carried out.',
    find: ({ snapshot, at }) => {
      const late = snapshot.actions.filter(({ doneAt, dueAt }) => doneAt === null && dueAt < at)
      const names = late.map(({ number, title }) => ({ entity: 'treatment_action', ref: actionRef(number), title }))
      return gapWhere(names, (text) => ({
        evidence: `Past their day and not done: ${text}.`,
        gap: 'The plan is late, and no decision says what follows from that.',
        repair: 'Finish them, or set a new day and say why.',
      }))
    },
  },
  {
    id: 'action-without-owner',
    item: '6.1.3.e',
    grade: 'minor',
    requirement: 'The treatment plan says who does what.',
    find: ({ snapshot }) => {
      const open = snapshot.actions.filter(
        ({ doneAt, ownerId }) => doneAt === null && isOwnedByNobody(snapshot, ownerId),
      )
      const names = open.map(({ number, title }) => ({ entity: 'treatment_action', ref: actionRef(number), title }))
      return gapWhere(names, (text) => ({
        evidence: `Nobody who is here does: ${text}.`,
        gap: 'An action that nobody owns is not done.',
        repair: 'Name somebody for each.',
      }))
    },
  },
  {
    id: 'no-obligations',
    item: 'A.5.31',
    grade: 'minor',
    requirement: 'Laws, regulations and contracts that matter are identified and kept up to date.',
    find: ({ snapshot }) =>
      gapIf(snapshot.obligations.length === 0, {
        evidence: 'The register of obligations is empty.',
        gap: 'It cannot be told which laws and contracts bind the organisation.',
        repair: 'Add data protection law, sector law, and what the largest customers ask for in their contracts.',
      }),
  },
  {
    id: 'obligation-kept-by-nothing',
    item: 'A.5.31',
    grade: 'minor',
    requirement: 'It is said how each obligation is met.',
    find: ({ snapshot }) => {
      const bare = snapshot.obligations.filter(({ controlIds }) => controlIds.length === 0)
      const names = bare.map(({ number, title }) => ({ entity: 'obligation', ref: obligationRef(number), title }))
      return gapWhere(names, (text) => ({
        evidence: `Linked to no control: ${text}.`,
        gap: 'Nothing says by what they are kept.',
        repair: 'Link the controls that keep each.',
      }))
    },
  },
  {
    id: 'obligation-review-overdue',
    item: 'A.5.31',
    grade: 'observation',
    requirement: 'Obligations are looked at again at planned intervals.',
    find: ({ snapshot, reviewAt, at }) => {
      const late = snapshot.obligations.filter(({ id }) => (reviewAt.get(id) ?? at) < at)
      const names = late.map(({ number, title }) => ({ entity: 'obligation', ref: obligationRef(number), title }))
      return gapWhere(names, (text) => ({
        evidence: `Their review is overdue: ${text}.`,
        gap: 'A change of law or contract may have been missed.',
        repair: 'Check each for changes and set the next review.',
      }))
    },
  },
  {
    id: 'no-assets',
    item: 'A.5.9',
    grade: 'minor',
    requirement: 'An inventory of information and what handles it is kept, with owners.',
    find: ({ snapshot }) =>
      gapIf(!snapshot.assets.some(({ inScope }) => inScope), {
        evidence: 'The inventory has nothing in scope.',
        gap: 'It cannot be told what the risks are about.',
        repair: 'Add five to ten groups of assets with their owners.',
      }),
  },
]
