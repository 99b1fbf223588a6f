import { flag, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const unitRegister = defineRegister(headOf('unit'), {
  fields: {
    name: text('Name', { isRequired: true, placeholder: 'Engineering', column: true }),
    purpose: longText('What it does', { most: 2_000 }),
    ownerId: reference('Head', 'person', { column: true }),
    inScope: flag('In scope of the ISMS', true, { column: true }),
    reason: longText('Why it is in or out of scope', { most: 2_000 }),
  },
  words: {
    sentence: 'The parts of the organisation, and which of them the ISMS covers.',
    add: 'Add a unit',
    edit: 'Edit the unit',
    empty:
      'List departments and teams, and whether the ISMS covers each. A unit left out needs a reason that an auditor can follow.',
  },
})

export const serviceRegister = defineRegister(headOf('service'), {
  fields: {
    name: text('Name', { isRequired: true, placeholder: 'Appointment service', column: true }),
    purpose: longText('For whom, and what it does', { most: 2_000 }),
    unitId: reference('Run by', 'unit', { column: true }),
    ownerId: reference('Responsible', 'person', { column: true }),
    inScope: flag('In scope of the ISMS', true, { column: true }),
    reason: longText('Why it is in or out of scope', { most: 2_000 }),
  },
  words: {
    sentence: 'What the organisation provides to others, and which of it the ISMS covers.',
    add: 'Add a service',
    edit: 'Edit the service',
    empty:
      'List the products and services that customers or colleagues rely on. The scope, and later the certificate, names them.',
  },
})
