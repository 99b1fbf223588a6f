import { choice, day, longText, money, reference, requiredDay, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const commitmentRegister = defineRegister(headOf('management_commitment'), {
  fields: {
    title: text('What', { isRequired: true, placeholder: 'Budget for security in 2026', column: true }),
    kind: choice(
      'Kind',
      {
        decision: 'Decision',
        budget: 'Budget',
        people: 'People and time',
        message: 'Message to everybody',
        participation: 'Taking part',
      },
      'decision',
      { column: true },
    ),
    saidAt: requiredDay('On', { column: true, isUsuallyNow: true }),
    saidById: requiredReference('By', 'person', { column: true }),
    amountMinor: money('Amount', { column: true }),
    body: longText('In their words', { most: 10_000 }),
    evidenceId: reference('Evidence', 'evidence', { help: 'The minutes, the message, the budget.' }),
  },
  stamped: {
    status: choice('State', { draft: 'Draft', recorded: 'Recorded' }, 'draft', { column: true }),
    recordedAt: day('Recorded on'),
  },
  states: {
    field: 'status',
    moves: [
      {
        from: ['draft'],
        to: 'recorded',
        label: 'Record for good',
        permission: 'document:manage',
        stamps: { recordedAt: 'now' },
      },
    ],
    frozen: ['recorded'],
  },
  words: {
    sentence: 'What top management decided, paid for and said, with its day: commitment that can be shown.',
    add: 'Record a commitment',
    edit: 'Edit the commitment',
    empty:
      'An auditor asks top management how it leads. Budgets, decisions and messages with their day and a piece of evidence answer that.',
  },
})
