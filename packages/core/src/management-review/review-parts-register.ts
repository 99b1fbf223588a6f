import { choice, day, flag, list, longText, requiredDay, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { reviewInputs } from './review-inputs.ts'

export const reviewInputRegister = defineRegister(headOf('review_input'), {
  fields: {
    reviewId: requiredReference('Review', 'management_review'),
    input: choice('Input', reviewInputs, 'a', { column: true }),
    title: text('Input', { isRequired: true, most: 200 }),
    entry: longText('What the meeting made of it', {
      most: 10_000,
      help: 'Write “none” where there is nothing: an empty entry is not one.',
    }),
  },
  stamped: {
    facts: list('What is recorded'),
    collectedAt: day('Collected on'),
  },
  parent: 'reviewId',
  held: { while: ['signed'] },
  words: {
    sentence: 'What management reviews looked at, as it was then.',
    add: 'Add an input',
    edit: 'Write the entry',
    empty: 'The inputs of 9.3.2 come by themselves, filled from what is recorded.',
  },
})

export const reviewParticipantRegister = defineRegister(headOf('review_participant'), {
  fields: {
    reviewId: requiredReference('Review', 'management_review'),
    title: text('As what', { isRequired: true, most: 200, column: true, placeholder: 'Managing director' }),
    personId: requiredReference('Person', 'person', { column: true }),
    role: choice(
      'Role',
      {
        top: 'Top management',
        isms: 'Runs the ISMS',
        owner: 'Owner of risks or processes',
        auditor: 'Auditor',
        guest: 'Guest',
      },
      'owner',
      { column: true },
    ),
    isPresent: flag('Present', true, { column: true }),
  },
  parent: 'reviewId',
  held: { while: ['signed'] },
  words: {
    sentence: 'Who took part in management reviews.',
    add: 'Add a participant',
    edit: 'Edit the participant',
    empty: 'Without top management at the table it is no management review.',
  },
})

export const reviewDecisionRegister = defineRegister(headOf('review_decision'), {
  fields: {
    reviewId: requiredReference('Review', 'management_review'),
    title: text('Decision', { isRequired: true, most: 1_000, column: true }),
    kind: choice(
      'About',
      { improvement: 'Improvement', change: 'Change of the ISMS', resources: 'Resources', other: 'Other' },
      'improvement',
      { column: true },
    ),
    ownerId: requiredReference('Owner', 'person', { column: true }),
    dueAt: requiredDay('Due', { column: true }),
    doneAt: day('Done on', { column: true }),
    result: longText('What came of it', { most: 5_000 }),
  },
  computed: { isDone: flag('Done', false) },
  parent: 'reviewId',
  doneBy: { field: 'doneAt' },
  held: { while: ['signed'], but: ['doneAt', 'result'] },
  work: [{ what: 'Do', due: 'dueAt', owner: 'ownerId', unless: { isDone: [true] } }],
  words: {
    sentence: 'What management reviews decided, by whom and until when it is done.',
    add: 'Add a decision',
    edit: 'Edit the decision',
    empty:
      'A review decides: on improvements, changes of the ISMS, resources. Each decision has an owner and a day, and comes back in the next review until it is done.',
  },
})
