import { choice, day, longText, reference, requiredDay, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const reviewStates = { planned: 'Planned', held: 'Held', signed: 'Signed off' } as const

export const managementReviewRegister = defineRegister(headOf('management_review'), {
  fields: {
    title: text('Review', { isRequired: true, placeholder: 'Management review, spring 2026', column: true }),
    meetingAt: requiredDay('Meeting', { column: true }),
    place: text('Place', { most: 300 }),
    chairId: reference('Chair', 'person', { column: true }),
    minutes: longText('Minutes', {
      most: 20_000,
      help: 'What was said beyond the inputs, and what was concluded of the ISMS.',
    }),
    nextAt: day('Next review', { column: true }),
  },
  stamped: {
    state: choice('State', reviewStates, 'planned', { column: true }),
    heldAt: day('Inputs frozen on'),
    snapshotHash: text('SHA-256 of the inputs', { most: 64 }),
    signedAt: day('Signed off on'),
    signedById: reference('Signed off by', 'person'),
  },
  states: {
    field: 'state',
    frozen: ['signed'],
    moves: [
      { from: ['planned'], to: 'held', label: 'Hold the meeting: freeze the inputs', stamps: { heldAt: 'now' } },
      {
        from: ['held'],
        to: 'signed',
        label: 'Sign off the minutes',
        permission: 'review:manage',
        stamps: { signedAt: 'now', signedById: 'actor' },
      },
    ],
  },
  work: [{ what: 'Hold', due: 'meetingAt', owner: 'chairId', unless: { state: ['held', 'signed'] }, horizonDays: 60 }],
  words: {
    sentence: 'What top management looked at, and what it decided for the ISMS.',
    add: 'Plan a review',
    edit: 'Edit the review',
    empty:
      'Top management looks at the ISMS at planned times: what changed, how it performs, what is decided. Plan a review, and its inputs are filled from what is recorded.',
  },
})
