import { day, list, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const ismsRoleRegister = defineRegister(headOf('isms_role'), {
  fields: {
    title: text('Role', { isRequired: true, placeholder: 'Information security officer', column: true }),
    responsibilities: longText('Responsible for', { most: 5_000 }),
    authorities: longText('May decide', { most: 5_000 }),
    holderId: reference('Held by', 'person', { column: true }),
    deputyId: reference('Deputy', 'person', { column: true }),
    appointedById: reference('Appointed by', 'person', { column: true }),
    appointedAt: day('Appointed on', { column: true }),
  },
  words: {
    sentence: 'Who is responsible for what in the ISMS, with which authority, and who stands in.',
    add: 'Add a role',
    edit: 'Edit the role',
    empty:
      'Name the roles that keep the ISMS alive: top management, security officer, risk owners, internal auditor. Each has one holder, a deputy, and somebody who appointed them.',
  },
})

export const raciActivityRegister = defineRegister(headOf('raci_activity'), {
  fields: {
    title: text('Activity', { isRequired: true, placeholder: 'Approve the security policy', column: true }),
    clauses: list('Clauses it serves', { most: 40, column: true, suggested: 'requirements', help: '5.2, 9.3' }),
    note: longText('Note', { most: 2_000 }),
  },
  words: {
    sentence: 'What has to be done in the ISMS: the rows of the matrix of responsibilities.',
    add: 'Add an activity',
    edit: 'Edit the activity',
    empty: 'List what has to be done. The matrix then says for each who does it and who answers for it.',
  },
})
