import { auditFindingRegister } from '../../audit/audit-parts-register.ts'
import { auditProgrammeRegister } from '../../audit/audit-programme-register.ts'
import { auditRegister, reportedStates } from '../../audit/audit-register.ts'
import { some } from '../../audit/audit-rules.ts'
import { clauseItems } from '../../catalogue/clauses.ts'
import { takesIn } from '../../catalogue/requirement-ref.ts'
import { externalAuditRegister } from '../../certification/certification-register.ts'
import { type ReadinessFacts, recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

const yearMs = 366 * 86_400_000

const reported = (facts: ReadinessFacts) =>
  recordsIn(facts, auditRegister).filter(({ state }) => reportedStates.includes(state))

/** 9.2. */
export const auditRules: readonly ReadinessRule[] = [
  {
    id: 'no-audit-programme',
    item: '9.2.2.programme',
    grade: 'major',
    requirement: 'A programme of internal audits is planned, approved and kept.',
    find: (facts) =>
      gapIf(!recordsIn(facts, auditProgrammeRegister).some(({ state }) => state === 'approved'), {
        evidence: 'No programme of internal audits is approved.',
        gap: 'Nothing says when what is audited by whom.',
        repair: 'Plan the audits of three years, close the gaps in coverage, and have the programme approved.',
      }),
  },
  {
    id: 'no-audit-within-a-year',
    item: '9.2.1',
    grade: 'major',
    requirement: 'Internal audits take place at planned intervals.',
    find: (facts) =>
      gapIf(!reported(facts).some(({ endsAt }) => Date.parse(endsAt) > facts.at - yearMs), {
        evidence: 'No internal audit was reported within a year.',
        gap: 'Nobody has checked whether the ISMS does what it should.',
        repair: 'Audit clauses 4 to 10 and a sample of controls by somebody who does not run them.',
      }),
  },
  {
    id: 'clause-not-audited-before-stage-2',
    item: '9.2.2.a',
    grade: 'major',
    requirement: 'The whole ISMS is audited inside before stage 2.',
    find: (facts) => {
      const stages = recordsIn(facts, externalAuditRegister).filter(
        ({ kind, state }) => kind === 'stage2' && (state === 'planned' || state === 'held'),
      )
      const audited = reported(facts).flatMap(({ clauses }) => clauses)
      const left = clauseItems.filter(({ id }) => !audited.some((named) => takesIn(named, id)))
      const numbers = [...new Set(left.map(({ clause }) => clause))]
      return gapWhere(left.length === 0 ? [] : seenIn(externalAuditRegister, stages), (names) => ({
        evidence: `Planned or held: ${names}. In no reported internal audit: ${some(numbers)}.`,
        gap: 'Stage 2 asks for a completed internal audit, of more than a part.',
        repair: 'Audit these clauses and report it before the certification body comes.',
      }))
    },
  },
  {
    id: 'audit-overdue',
    item: '9.2.2.a',
    grade: 'minor',
    requirement: 'Planned audits are carried out.',
    find: (facts) => {
      const late = recordsIn(facts, auditRegister).filter(
        ({ state, endsAt }) => !reportedStates.includes(state) && Date.parse(endsAt) < facts.at,
      )
      return gapWhere(seenIn(auditRegister, late), (names) => ({
        evidence: `Past its last day and not reported: ${names}.`,
        gap: 'An audit of the programme did not take place as planned.',
        repair: 'Carry it out, or move it with a reason.',
      }))
    },
  },
  {
    id: 'audit-without-lead',
    item: '9.2.2.b',
    grade: 'minor',
    requirement: 'Auditors are chosen so that audits are objective and impartial.',
    find: (facts) => {
      const bare = recordsIn(facts, auditRegister).filter(
        ({ state, leadAuditor }) => ['prepared', 'running'].includes(state) && !leadAuditor,
      )
      return gapWhere(seenIn(auditRegister, bare), (names) => ({
        evidence: `Nobody leads: ${names}.`,
        gap: 'Nobody answers for the audit.',
        repair: 'Name a lead auditor who owns nothing of what is audited.',
      }))
    },
  },
  {
    id: 'finding-without-nonconformity',
    item: '9.2.2.c',
    grade: 'minor',
    requirement: 'What audits find is reported to those who answer for it, and followed up.',
    find: (facts) => {
      const loose = recordsIn(facts, auditFindingRegister).filter(
        ({ grade, isReported, nonconformityId }) =>
          (grade === 'major' || grade === 'minor') && isReported && nonconformityId === null,
      )
      return gapWhere(seenIn(auditFindingRegister, loose), (names) => ({
        evidence: `Reported, and no corrective action was begun: ${names}.`,
        gap: 'A finding is not followed up.',
        repair: 'Open the nonconformity from the finding.',
      }))
    },
  },
]
