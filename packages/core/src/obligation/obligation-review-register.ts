import { type Refusal, refuse } from '../refusal.ts'
import { choice, day, longText, reference, requiredDay, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { addMonths, formatDay, isDayAhead } from '../time/calendar.ts'
import { conclusionWords } from './compliance.ts'

export const obligationReviewRegister = defineRegister(headOf('obligation_review'), {
  fields: {
    obligationId: requiredReference('Obligation', 'obligation'),
    at: requiredDay('Reviewed on', { column: true, isUsuallyNow: true }),
    // Whoever forgets to choose has said nothing good.
    conclusion: choice('Conclusion', conclusionWords, 'not_compliant', {
      column: true,
      bearing: { compliant: 'good', partly: 'warning', not_compliant: 'bad' },
    }),
    title: text('What came out', {
      isRequired: true,
      most: 500,
      column: true,
      placeholder: 'Checked against the text in force: all met, the register of processing is complete',
    }),
    seen: longText('What was looked at'),
    evidenceId: reference('Evidence', 'evidence', { help: 'More can be linked on its page.' }),
    mendAt: day('To be met by', { help: 'Where it is not met, or only partly: until when it will be.' }),
    nextReviewAt: day('Next review', { help: 'Left empty: one rhythm of the obligation after this one.' }),
  },
  stamped: {
    holdsUntil: requiredDay('Counts until', { column: true }),
    reviewedByName: text('Reviewed by', { isRequired: true, column: true }),
  },
  made: { reviewedByName: 'actorName' },
  parent: 'obligationId',
  order: '-at',
  isOnce: true,
  words: {
    sentence: 'When each obligation was reviewed, by whom, and what came out.',
    add: 'Record a review',
    edit: 'Edit the review',
    empty: 'Nobody has reviewed it yet, so whether it is met is not known. A review stays as it was written.',
  },
})

type Given = { readonly at: string; readonly nextReviewAt: string | null }

/** Until when a review counts: the day it names, else one rhythm of the obligation after it; null where neither is said. */
export function holdsUntil({ at, nextReviewAt }: Given, everyMonths: number | null): number | null {
  if (nextReviewAt !== null) return Date.parse(nextReviewAt)
  return everyMonths === null ? null : addMonths(Date.parse(at), everyMonths)
}

export function reviewRefusals(given: Given, everyMonths: number | null, now: number): readonly Refusal[] {
  const until = holdsUntil(given, everyMonths)
  if (isDayAhead(given.at, now)) return refuse('in_future', 'A review is recorded when it is done, not before.')
  if (until === null)
    return refuse(
      'no_next',
      'Say when it is reviewed next, or give the obligation a rhythm: a review does not count for ever.',
    )
  return until <= Date.parse(given.at) ? refuse('next_before', 'The next review is after this one.') : []
}

/** The next review can be brought forward by hand, and put off by a review alone. */
export function postponingRefusals(
  reviewAt: number | null | undefined,
  newest: { readonly holdsUntil: number } | null,
): readonly Refusal[] {
  if (reviewAt === undefined || newest === null) return []
  if (reviewAt !== null && reviewAt <= newest.holdsUntil) return []
  return refuse(
    'put_off',
    `Its last review counts until ${formatDay(newest.holdsUntil)}. Record a review instead of putting the day off.`,
  )
}
