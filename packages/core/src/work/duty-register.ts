import {
  choice,
  day,
  flag,
  longText,
  number,
  reference,
  requiredDay,
  requiredReference,
  text,
} from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { cadenceWords } from './cadence.ts'

export const dutyRegister = defineRegister(headOf('duty'), {
  fields: {
    title: text('Duty', { isRequired: true, most: 300, column: true, placeholder: 'Review who has access' }),
    every: choice('How often', cadenceWords, 'year', { column: true }),
    firstDueAt: day('First time due', {
      help: 'Left empty: one cadence from now. Later, when it was last done decides.',
    }),
    ownerId: reference('Who', 'person', { column: true }),
    doneWhen: longText('What counts as done', { most: 2_000 }),
    clause: text('Clause it serves', { most: 20, column: 'hidden', placeholder: '9.2' }),
    controlId: reference('Control it serves', 'control', { column: 'hidden' }),
    needId: reference('Evidence need it feeds', 'evidence_need', {
      help: 'What is kept of each time it is done can prove that need: attach it there.',
    }),
    isPaused: flag('Paused', false, { help: 'Nothing is due of it while it is paused.' }),
  },
  computed: {
    lastDoneAt: day('Last done', { column: true }),
    nextDueAt: day('Next due', { column: true }),
    timesDone: number('Times done', { isWhole: true, column: 'hidden' }),
  },
  work: [{ what: 'Do', due: 'nextDueAt', owner: 'ownerId', unless: { isPaused: [true] } }],
  words: {
    sentence: 'What has to be done again and again, and when it was done last.',
    add: 'Add a duty',
    edit: 'Edit the duty',
    empty:
      'An ISMS lives from what is repeated: access reviews, restore tests, audits. Add the usual calendar, or each duty by itself; when one is done, the next day follows.',
  },
})

export const dutyDoneRegister = defineRegister(headOf('duty_done'), {
  fields: {
    dutyId: requiredReference('Duty', 'duty'),
    note: text('What was done', { isRequired: true, most: 2_000, column: true }),
    doneAt: requiredDay('Done on', { column: true, isUsuallyNow: true }),
    evidenceId: reference('Evidence', 'evidence', { column: true }),
  },
  stamped: { doneById: reference('Done by', 'person', { column: true }) },
  made: { doneById: 'actor' },
  isOnce: true,
  parent: 'dutyId',
  order: '-doneAt',
  words: {
    sentence: 'When duties were done, by whom, and what shows it.',
    add: 'Mark as done',
    edit: 'Correct',
    empty: 'Not done yet. Whoever does it says what was done and when; that record stays as it is.',
  },
})
