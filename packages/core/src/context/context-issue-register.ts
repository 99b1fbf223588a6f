import { choice, day, flag, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const contextIssueRegister = defineRegister(headOf('context_issue'), {
  fields: {
    title: text('Issue', {
      isRequired: true,
      most: 300,
      column: true,
      placeholder: 'Clinics move their systems to the cloud',
    }),
    origin: choice('Origin', { external: 'External', internal: 'Internal' }, 'external', { column: true }),
    kind: choice(
      'Kind',
      {
        legal: 'Law and regulation',
        technology: 'Technology',
        market: 'Market and customers',
        people: 'People and culture',
        organisation: 'Organisation and resources',
        climate: 'Climate and environment',
        other: 'Other',
      },
      'market',
      { column: true },
    ),
    effect: longText('What it does to the ISMS', {
      isRequired: true,
      most: 2_000,
      help: 'How it helps or hinders information security: this is what makes it an issue.',
    }),
    ownerId: reference('Who watches it', 'person', { column: true }),
    reviewAt: day('Next review', { column: true }),
  },
  stamped: { status: choice('Status', { watched: 'Watched', closed: 'Closed' }, 'watched', { column: true }) },
  computed: { isOverdue: flag('Review is overdue', false, { column: 'hidden', bearing: 'late' }) },
  states: {
    field: 'status',
    frozen: ['closed'],
    moves: [
      { from: ['watched'], to: 'closed', label: 'Close', asksReason: true },
      { from: ['closed'], to: 'watched', label: 'Watch again' },
    ],
  },
  work: [{ what: 'Review', due: 'reviewAt', owner: 'ownerId', unless: { status: ['closed'] } }],
  words: {
    sentence: 'What inside and around the organisation helps or hinders the ISMS.',
    add: 'Add an issue',
    edit: 'Edit the issue',
    empty:
      'Write down what shapes your information security: laws, technology, the market, your own people and means. An auditor asks how each was found, what it does to the ISMS, and when it was last looked at.',
  },
})
