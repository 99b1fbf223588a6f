import { climateDecisionRegister } from '../../context/climate-decision-register.ts'
import { contextIssueRegister } from '../../context/context-issue-register.ts'
import { interestedPartyRegister, partyRequirementRegister } from '../../context/interested-party-register.ts'
import { ismsProcessRegister } from '../../context/isms-process-register.ts'
import { ismsRiskRegister } from '../../context/isms-risk-register.ts'
import { serviceRegister, unitRegister } from '../../context/organisation-registers.ts'
import { scopeVersionRegister } from '../../context/scope-registers.ts'
import { siteRegister } from '../../context/site-register.ts'
import { isPast, recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

/** 4.1 to 4.4 and 6.1.1. */
export const contextRules: readonly ReadinessRule[] = [
  {
    id: 'no-issues',
    item: '4.1',
    grade: 'minor',
    requirement: 'The inside and outside matters that bear on the ISMS are determined.',
    find: (facts) =>
      gapIf(!recordsIn(facts, contextIssueRegister).some(({ status }) => status === 'watched'), {
        evidence: 'No internal or external issue is written down.',
        gap: 'It cannot be told what the ISMS answers to.',
        repair: 'Write down five to ten issues of law, technology, market and people, and what each does to the ISMS.',
      }),
  },
  {
    id: 'issue-review-overdue',
    item: '4.1',
    grade: 'observation',
    requirement: 'The view of the context is kept current.',
    find: (facts) =>
      gapWhere(
        seenIn(
          contextIssueRegister,
          recordsIn(facts, contextIssueRegister).filter(({ isOverdue }) => isOverdue),
        ),
        (names) => ({
          evidence: `The review of these issues is overdue: ${names}.`,
          gap: 'What changed around the organisation may have been missed.',
          repair: 'Look at each again and set the next review.',
        }),
      ),
  },
  {
    id: 'climate-undecided',
    item: '4.1.amd1',
    grade: 'minor',
    requirement: 'It is decided whether climate change is a relevant issue.',
    find: (facts) =>
      gapIf(!recordsIn(facts, climateDecisionRegister).some(({ standing }) => standing === 'holds'), {
        evidence:
          recordsIn(facts, climateDecisionRegister).length === 0
            ? 'No decision on climate change is recorded.'
            : 'The decision on climate change was to be looked at again, and was not.',
        gap: 'Amendment 1 of 2024 asks for a decision; silence is none.',
        repair: 'Decide yes or no, with the reasons, and until when the decision holds.',
      }),
  },
  {
    id: 'no-parties',
    item: '4.2.a',
    grade: 'minor',
    requirement: 'Interested parties that matter to the ISMS are determined.',
    find: (facts) =>
      gapIf(recordsIn(facts, interestedPartyRegister).length === 0, {
        evidence: 'The register of interested parties is empty.',
        gap: 'It cannot be told whose wishes the ISMS answers.',
        repair: 'Add customers, authorities, owners, staff and suppliers.',
      }),
  },
  {
    id: 'party-without-requirement',
    item: '4.2.b',
    grade: 'minor',
    requirement: 'The requirements of each party are determined.',
    find: (facts) => {
      const asked = new Set(recordsIn(facts, partyRequirementRegister).map(({ partyId }) => partyId))
      const silent = recordsIn(facts, interestedPartyRegister).filter(({ id }) => !asked.has(id))
      return gapWhere(seenIn(interestedPartyRegister, silent), (names) => ({
        evidence: `No requirement stands on: ${names}.`,
        gap: 'Parties are listed without what they require.',
        repair: 'Write down what each requires and where it is written.',
      }))
    },
  },
  {
    id: 'requirement-undecided',
    item: '4.2.c',
    grade: 'minor',
    requirement: 'It is decided which requirements the ISMS addresses.',
    find: (facts) =>
      gapWhere(
        seenIn(
          partyRequirementRegister,
          recordsIn(facts, partyRequirementRegister).filter(({ isAddressed }) => isAddressed === 'undecided'),
        ),
        (names) => ({
          evidence: `Not decided: ${names}.`,
          gap: 'Nobody has said whether the ISMS addresses these requirements.',
          repair: 'Decide on each, and say how it is answered or why it is not.',
        }),
      ),
  },
  {
    id: 'scope-not-approved',
    item: '4.3.boundaries',
    grade: 'major',
    requirement: 'The scope is determined, documented and approved.',
    find: (facts) =>
      gapIf(!recordsIn(facts, scopeVersionRegister).some(({ status }) => status === 'approved'), {
        evidence: 'No version of the scope is in force.',
        gap: 'What the certificate would cover is not decided.',
        repair: 'Write the scope, propose it, and have it approved by top management.',
      }),
  },
  {
    id: 'scope-review-overdue',
    item: '4.3.boundaries',
    grade: 'observation',
    requirement: 'The scope is kept current.',
    find: (facts) =>
      gapWhere(
        seenIn(
          scopeVersionRegister,
          recordsIn(facts, scopeVersionRegister).filter(({ status, isOverdue }) => status === 'approved' && isOverdue),
        ),
        (names) => ({
          evidence: `Its review is overdue: ${names}.`,
          gap: 'Nobody has confirmed that the boundaries still are where they were.',
          repair: 'Confirm it with a new version.',
        }),
      ),
  },
  {
    id: 'left-out-without-reason',
    item: '4.3.considerations',
    grade: 'minor',
    requirement: 'What is left out of the scope is left out for a reason.',
    find: (facts) => {
      const out = <T extends { readonly inScope: boolean; readonly reason: string }>(records: readonly T[]) =>
        records.filter(({ inScope, reason }) => !inScope && reason.trim() === '')
      const silent = [
        ...seenIn(siteRegister, out(recordsIn(facts, siteRegister))),
        ...seenIn(unitRegister, out(recordsIn(facts, unitRegister))),
        ...seenIn(serviceRegister, out(recordsIn(facts, serviceRegister))),
      ]
      return gapWhere(silent, (names) => ({
        evidence: `Out of scope, with no reason: ${names}.`,
        gap: 'An auditor cannot follow where the line was drawn.',
        repair: 'Say why each is out, and how what it shares with the rest is protected.',
      }))
    },
  },
  {
    id: 'no-processes',
    item: '4.4',
    grade: 'minor',
    requirement: 'The processes of the ISMS and how they feed each other are established.',
    find: (facts) =>
      gapIf(recordsIn(facts, ismsProcessRegister).length === 0, {
        evidence: 'No process of the ISMS is described.',
        gap: 'It cannot be told what runs, in which rhythm, and who runs it.',
        repair: 'Name the processes that keep the ISMS going, each with an owner and a rhythm.',
      }),
  },
  {
    id: 'process-not-run',
    item: '4.4',
    grade: 'minor',
    requirement: 'The processes of the ISMS are operated.',
    find: (facts) =>
      gapWhere(
        seenIn(
          ismsProcessRegister,
          recordsIn(facts, ismsProcessRegister).filter(({ run }) => run !== 'on_time'),
        ),
        (names) => ({
          evidence: `Never ran, or late: ${names}.`,
          gap: 'The process stands on paper and does not run as said.',
          repair: 'Run it and keep the record, or change its rhythm for a reason.',
        }),
      ),
  },
  {
    id: 'no-isms-risks',
    item: '6.1.1.determine',
    grade: 'minor',
    requirement: 'Risks and opportunities of the management system itself are determined.',
    find: (facts) =>
      gapIf(recordsIn(facts, ismsRiskRegister).length === 0, {
        evidence: 'Only risks to information are assessed, none to the ISMS itself.',
        gap: 'What could make the management system fail has not been looked at.',
        repair: 'Add what threatens the ISMS (no time, one person who knows it all) and what would better it.',
      }),
  },
  {
    id: 'isms-risk-action-overdue',
    item: '6.1.1.plan',
    grade: 'minor',
    requirement: 'Actions on risks to the ISMS are planned, done and judged.',
    find: (facts) =>
      gapWhere(
        seenIn(
          ismsRiskRegister,
          recordsIn(facts, ismsRiskRegister).filter(({ status, dueAt }) => status === 'open' && isPast(facts, dueAt)),
        ),
        (names) => ({
          evidence: `Past their day and not acted on: ${names}.`,
          gap: 'The action was planned and not done.',
          repair: 'Do it, then judge whether it worked.',
        }),
      ),
  },
]
