import { day, flag, longText, reference, requiredDay, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const correctiveActionRegister = defineRegister(headOf('corrective_action'), {
  fields: {
    nonconformityId: requiredReference('Nonconformity', 'nonconformity'),
    title: text('Action against the cause', { isRequired: true, most: 500, column: true }),
    ownerId: requiredReference('Owner', 'person', { column: true }),
    dueAt: requiredDay('Due', { column: true }),
    doneAt: day('Done on', { column: true }),
    proof: longText('What shows that it is done', { most: 5_000 }),
    evidenceId: reference('Evidence', 'evidence'),
  },
  computed: { isDone: flag('Done', false) },
  parent: 'nonconformityId',
  doneBy: { field: 'doneAt' },
  held: { while: ['done', 'checked', 'closed'] },
  work: [{ what: 'Do', due: 'dueAt', owner: 'ownerId', unless: { isDone: [true] } }],
  words: {
    sentence: 'What removes the causes of nonconformities, by whom and until when.',
    add: 'Add an action',
    edit: 'Edit the action',
    empty:
      'An action removes the cause, so that it does not happen again; what only sets this case right is the correction. Each has an owner, a day and, once done, something to show.',
  },
})
