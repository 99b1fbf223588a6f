import { incidentRegister } from '../../incident/incident-register.ts'
import { improvementRegister } from '../../nonconformity/improvement-register.ts'
import { nonconformityRegister } from '../../nonconformity/nonconformity-register.ts'
import { recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

const afterAction = ['done', 'checked', 'closed']

/** Clause 10, and incidents. */
export const improvementRules: readonly ReadinessRule[] = [
  {
    id: 'nonconformity-overdue',
    item: '10.2.a',
    grade: 'minor',
    requirement: 'Nonconformities are dealt with.',
    find: (facts) =>
      gapWhere(
        seenIn(
          nonconformityRegister,
          recordsIn(facts, nonconformityRegister).filter(({ isOverdue }) => isOverdue),
        ),
        (names) => ({
          evidence: `An action or the check of its effect is overdue: ${names}.`,
          gap: 'What was found is not worked off in time.',
          repair: 'Finish what is due, or set a new day with a reason.',
        }),
      ),
  },
  {
    id: 'nonconformity-uncorrected',
    item: '10.2.a',
    grade: 'minor',
    requirement: 'The organisation reacts to a nonconformity: it corrects it and handles what follows.',
    find: (facts) => {
      const old = facts.at - 30 * 86_400_000
      const open = recordsIn(facts, nonconformityRegister).filter(
        ({ state, foundAt }) => state === 'open' && Date.parse(foundAt) < old,
      )
      return gapWhere(seenIn(nonconformityRegister, open), (names) => ({
        evidence: `Open for more than a month without a correction: ${names}.`,
        gap: 'Nothing has been done about them.',
        repair: 'Set the case right and say how.',
      }))
    },
  },
  {
    id: 'cause-missing',
    item: '10.2.b',
    grade: 'minor',
    requirement: 'The cause of a nonconformity is found, and whether it exists elsewhere.',
    find: (facts) => {
      const old = facts.at - 60 * 86_400_000
      const bare = recordsIn(facts, nonconformityRegister).filter(
        ({ state, foundAt }) => state === 'contained' && Date.parse(foundAt) < old,
      )
      return gapWhere(seenIn(nonconformityRegister, bare), (names) => ({
        evidence: `Contained more than two months ago, and no cause is known: ${names}.`,
        gap: 'What is only set right happens again.',
        repair: 'Ask why until a cause is found that can be removed.',
      }))
    },
  },
  {
    id: 'cause-is-a-person',
    item: '10.2.b',
    grade: 'observation',
    requirement: 'Causes are looked for in the system, not in people.',
    find: (facts) => {
      const blaming = recordsIn(facts, nonconformityRegister).filter(
        ({ state, cause }) =>
          state !== 'closed' && /^\W*(human error|mistake|carelessness|lack of attention)\W*$/i.test(cause),
      )
      return gapWhere(seenIn(nonconformityRegister, blaming), (names) => ({
        evidence: `“Human error” alone stands as the cause of: ${names}.`,
        gap: 'Why the error was possible is not said.',
        repair: 'Ask what made the error likely and unnoticed.',
      }))
    },
  },
  {
    id: 'effect-not-checked',
    item: '10.2.d',
    grade: 'minor',
    requirement: 'The effect of corrective action is checked.',
    find: (facts) => {
      const waiting = recordsIn(facts, nonconformityRegister).filter(
        ({ state, checkDueAt }) => state === 'done' && checkDueAt !== null && Date.parse(checkDueAt) < facts.at,
      )
      return gapWhere(seenIn(nonconformityRegister, waiting), (names) => ({
        evidence: `The day of the check has passed: ${names}.`,
        gap: 'It cannot be told whether the action worked.',
        repair: 'Have somebody else than the owner check the effect.',
      }))
    },
  },
  {
    id: 'nonconformity-again',
    item: '10.2.c',
    grade: 'major',
    requirement: 'What was corrected does not happen again.',
    find: (facts) => {
      const again = recordsIn(facts, nonconformityRegister).filter(
        ({ isRecurrence, state }) => isRecurrence && !afterAction.includes(state),
      )
      return gapWhere(seenIn(nonconformityRegister, again), (names) => ({
        evidence: `The same requirement was missed before: ${names}.`,
        gap: 'The action taken then did not remove the cause.',
        repair: 'Take the earlier analysis up again and find what it missed.',
      }))
    },
  },
  {
    id: 'no-improvement',
    item: '10.1',
    grade: 'observation',
    requirement: 'The ISMS gets better continually.',
    find: (facts) =>
      gapIf(
        recordsIn(facts, improvementRegister).length === 0 && recordsIn(facts, nonconformityRegister).length === 0,
        {
          evidence: 'Neither an improvement nor a nonconformity is recorded.',
          gap: 'Nothing shows that the ISMS gets better.',
          repair: 'Record the ideas of staff and what you already made better this year.',
        },
      ),
  },
  {
    id: 'no-incidents',
    item: 'A.5.24',
    grade: 'observation',
    requirement: 'Events are reported, judged and learned from.',
    find: (facts) =>
      gapIf(recordsIn(facts, incidentRegister).length === 0, {
        evidence: 'No event and no incident is recorded.',
        gap: 'An empty log is no proof of a quiet year.',
        repair: 'Tell staff where to report, and record the next lost phone or suspicious mail.',
      }),
  },
  {
    id: 'incident-not-judged',
    item: 'A.5.25',
    grade: 'minor',
    requirement: 'Events are judged without delay.',
    find: (facts) => {
      const waiting = recordsIn(facts, incidentRegister).filter(
        ({ state, reportedAt }) => state === 'reported' && Date.parse(reportedAt) < facts.at - 3 * 86_400_000,
      )
      return gapWhere(seenIn(incidentRegister, waiting), (names) => ({
        evidence: `Reported more than three days ago and not judged: ${names}.`,
        gap: 'Nobody has decided whether they are incidents.',
        repair: 'Judge each: an event only, or an incident with somebody who handles it.',
      }))
    },
  },
  {
    id: 'notification-late',
    item: 'A.5.26',
    grade: 'major',
    requirement: 'Those who have to be told of an incident are told in time.',
    find: (facts) =>
      gapWhere(
        seenIn(
          incidentRegister,
          recordsIn(facts, incidentRegister).filter(({ lateClocks }) => (lateClocks ?? 0) > 0),
        ),
        (names) => ({
          evidence: `A notification was due and is not recorded: ${names}.`,
          gap: 'A term of law or contract has passed.',
          repair: 'Notify now, and record when and why it is late.',
        }),
      ),
  },
  {
    id: 'nothing-learned',
    item: 'A.5.27',
    grade: 'observation',
    requirement: 'What incidents teach makes controls stronger.',
    find: (facts) => {
      const old = facts.at - 60 * 86_400_000
      const open = recordsIn(facts, incidentRegister).filter(
        ({ state, recoveredAt }) => state === 'recovered' && recoveredAt !== null && Date.parse(recoveredAt) < old,
      )
      return gapWhere(seenIn(incidentRegister, open), (names) => ({
        evidence: `Over for more than two months, and no lesson is written down: ${names}.`,
        gap: 'The incident was handled and not learned from.',
        repair: 'Write down the cause and what changes because of it.',
      }))
    },
  },
]
