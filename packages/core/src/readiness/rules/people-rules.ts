import { dayMs } from '../../time/calendar.ts'
import {
  checklistRunRegister,
  communicationRegister,
  competenceProofRegister,
  competenceRegister,
  courseAssignmentRegister,
} from '../../training/training-registers.ts'
import { isPast, type ReadinessFacts, recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

const proofs = (facts: ReadinessFacts) => recordsIn(facts, competenceProofRegister)

/** Proof that ran out, where nothing newer shows the same of the same person. */
function ranOut(facts: ReadinessFacts) {
  const holds = new Set(
    proofs(facts)
      .filter(({ result, validUntil }) => result === 'met' && !isPast(facts, validUntil))
      .map(({ competenceId, personId }) => `${competenceId} ${personId}`),
  )
  return proofs(facts).filter(
    ({ validUntil, competenceId, personId }) => isPast(facts, validUntil) && !holds.has(`${competenceId} ${personId}`),
  )
}

/** 7.2 to 7.4, and people who join or leave. */
export const peopleRules: readonly ReadinessRule[] = [
  {
    id: 'no-competences',
    item: '7.2.a',
    grade: 'minor',
    requirement: 'It is determined what those who bear on information security have to be able to do.',
    find: (facts) =>
      gapIf(recordsIn(facts, competenceRegister).length === 0, {
        evidence: 'No competence is written down.',
        gap: 'It cannot be told what the people in a role have to be able to do.',
        repair:
          'Begin with the roles that can do most harm: who runs the ISMS, who audits it, who administers systems.',
      }),
  },
  {
    id: 'competence-without-proof',
    item: '7.2.d',
    grade: 'minor',
    requirement: 'Records show that people are competent.',
    find: (facts) => {
      const bare = recordsIn(facts, competenceRegister).filter(({ holders }) => (holders ?? 0) === 0)
      return gapWhere(seenIn(competenceRegister, bare), (names) => ({
        evidence: `Nobody is shown to have: ${names}.`,
        gap: 'No record says why the people in the role are competent.',
        repair: 'Record for each person what shows it, or teach somebody and record that.',
      }))
    },
  },
  {
    id: 'competence-ran-out',
    item: '7.2.d',
    grade: 'minor',
    requirement: 'Records of competence are up to date.',
    find: (facts) =>
      gapWhere(seenIn(competenceProofRegister, ranOut(facts)), (names) => ({
        evidence: `Ran out, and nothing newer shows it: ${names}.`,
        gap: 'What was shown once counts no more.',
        repair: 'Renew the certificate, or have the work judged anew.',
      })),
  },
  {
    id: 'nobody-trained',
    item: '7.3',
    grade: 'minor',
    requirement: 'Everybody knows the policy, their own part, and what follows when rules are not kept.',
    find: (facts) =>
      gapIf(recordsIn(facts, courseAssignmentRegister).length === 0, {
        evidence: 'Nobody was assigned a course.',
        gap: 'It cannot be shown that anybody was taught.',
        repair: 'Assign one short course to everybody, with a day by which it is done.',
      }),
  },
  {
    id: 'training-not-completed',
    item: '7.2.c',
    grade: 'minor',
    requirement: 'What people have to learn is done in time.',
    find: (facts) => {
      const late = recordsIn(facts, courseAssignmentRegister).filter(({ standing }) =>
        ['overdue', 'failed', 'expired'].includes(standing),
      )
      return gapWhere(seenIn(courseAssignmentRegister, late), (names) => ({
        evidence: `Overdue, not passed, or due again: ${names}.`,
        gap: 'Some have not learned what their work asks for.',
        repair: 'Have the course done, or exempt the person for a reason.',
      }))
    },
  },
  {
    id: 'training-not-judged',
    item: '7.2.c',
    grade: 'observation',
    requirement: 'Whether what was done for competence worked is judged.',
    find: (facts) => {
      const waiting = recordsIn(facts, courseAssignmentRegister).filter(
        ({ standing, completedAt, effect }) =>
          standing === 'done' &&
          effect === 'not_judged' &&
          completedAt !== null &&
          Date.parse(completedAt) < facts.at - 180 * dayMs,
      )
      return gapWhere(seenIn(courseAssignmentRegister, waiting), (names) => ({
        evidence: `Completed half a year ago, and nobody said whether it worked: ${names}.`,
        gap: 'Attendance is recorded, effect is not.',
        repair: 'Ask the line managers what they saw at work, and record it.',
      }))
    },
  },
  {
    id: 'no-communication-plan',
    item: '7.4',
    grade: 'observation',
    requirement: 'It is determined who tells whom about what, when and how.',
    find: (facts) =>
      gapIf(recordsIn(facts, communicationRegister).length === 0, {
        evidence: 'The communication plan is empty.',
        gap: 'Nobody has decided who speaks for the organisation, and about what.',
        repair: 'Write down three lines: incidents, changed rules, and questions of customers.',
      }),
  },
  {
    id: 'joiner-or-leaver-unfinished',
    item: 'A.6.5',
    grade: 'minor',
    requirement: 'What is to be done when somebody leaves or changes work is done.',
    find: (facts) => {
      const old = facts.at - 14 * dayMs
      const open = recordsIn(facts, checklistRunRegister).filter(
        ({ state, at, openSteps }) => state === 'open' && (openSteps ?? 0) > 0 && Date.parse(at) < old,
      )
      return gapWhere(seenIn(checklistRunRegister, open), (names) => ({
        evidence: `Two weeks past the day, and steps are open: ${names}.`,
        gap: 'Accounts or things may still be where they should not be.',
        repair: 'Do the open steps, or say why one is not needed.',
      }))
    },
  },
]
