import { choice, day, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const taskRegister = defineRegister(headOf('task'), {
  fields: {
    title: text('Task', {
      isRequired: true,
      most: 500,
      column: true,
      placeholder: 'Ask the landlord for the key list',
    }),
    ownerId: reference('Who', 'person', { column: true }),
    dueAt: day('Due', { column: true }),
    note: longText('Notes', { most: 5_000 }),
  },
  stamped: {
    status: choice('Status', { open: 'Open', done: 'Done', dropped: 'Dropped' }, 'open', { column: true }),
    doneAt: day('Done on', { column: 'hidden' }),
    doneById: reference('Done by', 'person'),
  },
  states: {
    field: 'status',
    frozen: ['done', 'dropped'],
    moves: [
      { from: ['open'], to: 'done', label: 'Done', stamps: { doneAt: 'now', doneById: 'actor' } },
      { from: ['open'], to: 'dropped', label: 'Drop', asksReason: true },
      { from: ['done', 'dropped'], to: 'open', label: 'Open again', stamps: { doneAt: null, doneById: null } },
    ],
  },
  work: [{ what: 'Do', due: 'dueAt', owner: 'ownerId', unless: { status: ['done', 'dropped'] } }],
  words: {
    sentence: 'What somebody has to do that follows from nothing else.',
    add: 'Add a task',
    edit: 'Edit the task',
    empty:
      'Reviews, evidence and actions are due by themselves. Write down here what else there is to do, for whom and by when.',
  },
})
