import { managementReviewRegister } from '../../management-review/management-review-register.ts'
import { reviewInputKeys, reviewInputs } from '../../management-review/review-inputs.ts'
import { reviewDecisionRegister, reviewInputRegister } from '../../management-review/review-parts-register.ts'
import { dayMs } from '../../time/calendar.ts'
import { isPast, type ReadinessFacts, recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

const reviews = (facts: ReadinessFacts) => recordsIn(facts, managementReviewRegister)
const happened = (facts: ReadinessFacts) => reviews(facts).filter(({ state }) => state !== 'planned')

/** Held two weeks ago or longer, and not signed off: by then the minutes are written. */
const unfinished = (facts: ReadinessFacts) =>
  reviews(facts).filter(
    ({ state, heldAt }) => state === 'held' && heldAt !== null && Date.parse(heldAt) < facts.at - 14 * dayMs,
  )

/** The newest review says when the next is; a planned one whose day has passed is late as well. */
function overdue(facts: ReadinessFacts) {
  const newest = happened(facts).toSorted((a, b) => b.meetingAt.localeCompare(a.meetingAt))[0]
  const missed = reviews(facts).filter(({ state, meetingAt }) => state === 'planned' && isPast(facts, meetingAt))
  if (missed.length > 0 || newest === undefined || !isPast(facts, newest.nextAt)) return missed
  return [newest]
}

const letters = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const

/** One rule for each input, so that the item it belongs to shows the gap. */
const inputRules = letters.map((letter): ReadinessRule => {
  const parts = reviewInputKeys.filter((key) => key.startsWith(letter))
  return {
    id: `review-without-input-${letter}`,
    item: `9.3.2.${letter}`,
    grade: 'minor',
    requirement: 'A management review looks at every input that the standard names.',
    find: (facts) => {
      const entries = recordsIn(facts, reviewInputRegister).filter(({ entry }) => entry.trim() !== '')
      const bare = unfinished(facts).filter(({ id }) =>
        parts.some((part) => !entries.some(({ reviewId, input }) => reviewId === id && input === part)),
      )
      const what = parts.map((part) => reviewInputs[part].toLowerCase()).join(', ')
      return gapWhere(seenIn(managementReviewRegister, bare), (names) => ({
        evidence: `Held without an entry on ${what}: ${names}.`,
        gap: 'It cannot be shown that top management looked at it.',
        repair: 'Write what was said on it, or “none”.',
      }))
    },
  }
})

/** 9.3. */
export const reviewRules: readonly ReadinessRule[] = [
  {
    id: 'no-management-review',
    item: '9.3.1',
    grade: 'major',
    requirement: 'Top management reviews the ISMS at planned intervals.',
    find: (facts) =>
      gapIf(!happened(facts).some(({ meetingAt }) => Date.parse(meetingAt) > facts.at - 400 * dayMs), {
        evidence: 'No management review was held within a year.',
        gap: 'Top management has not looked at whether the ISMS works.',
        repair: 'Plan a review with top management: its inputs come from what is recorded.',
      }),
  },
  {
    id: 'management-review-overdue',
    item: '9.3.1',
    grade: 'minor',
    requirement: 'Management reviews are held when they are planned.',
    find: (facts) =>
      gapWhere(seenIn(managementReviewRegister, overdue(facts)), (names) => ({
        evidence: `The day of the meeting, or of the next one, has passed: ${names}.`,
        gap: 'A review was planned and not held.',
        repair: 'Hold it, or set a new day with top management.',
      })),
  },
  {
    id: 'management-review-not-signed',
    item: '9.3.3',
    grade: 'minor',
    requirement: 'Records show what management reviews concluded.',
    find: (facts) =>
      gapWhere(seenIn(managementReviewRegister, unfinished(facts)), (names) => ({
        evidence: `Held more than two weeks ago and not signed off: ${names}.`,
        gap: 'What was concluded and decided is not on record.',
        repair: 'Finish the minutes, and have top management sign them off.',
      })),
  },
  {
    id: 'review-decision-overdue',
    item: '9.3.3',
    grade: 'minor',
    requirement: 'What management reviews decide is done.',
    find: (facts) => {
      const late = recordsIn(facts, reviewDecisionRegister).filter(
        ({ isDone, dueAt }) => !isDone && isPast(facts, dueAt),
      )
      return gapWhere(seenIn(reviewDecisionRegister, late), (names) => ({
        evidence: `Past their day and not done: ${names}.`,
        gap: 'Decisions of top management are not carried out.',
        repair: 'Do them, or take them to the next review with the reason.',
      }))
    },
  },
  ...inputRules,
]
