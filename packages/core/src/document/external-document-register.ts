import { choice, day, longText, reference, requiredDay, requiredNumber, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const externalDocumentRegister = defineRegister(headOf('external_document'), {
  fields: {
    title: text('Title', { isRequired: true, placeholder: 'ISO/IEC 27001', column: true }),
    source: text('Source', { isRequired: true, most: 500, placeholder: 'ISO, shop of DIN', column: true }),
    edition: text('Edition in use', { placeholder: '2022, with Amendment 1:2024', column: true }),
    url: text('Address', { most: 1_000 }),
    usedFor: longText('What it is used for', { most: 2_000 }),
    ownerId: reference('Who keeps it up to date', 'person', { column: true }),
    cadenceDays: requiredNumber('Check every', { isWhole: true, least: 1, most: 1_830, unit: 'days' }),
    checkedAt: day('Last checked', { column: 'hidden' }),
    nextCheckAt: requiredDay('Next check', { column: true }),
  },
  computed: {
    standing: choice(
      'State',
      { checked: 'Checked', unchecked: 'Never checked', overdue: 'Check overdue' },
      'unchecked',
      {
        column: true,
        bearing: { checked: 'good', unchecked: 'unknown', overdue: 'late' },
      },
    ),
  },
  work: [{ what: 'Check', due: 'nextCheckAt', owner: 'ownerId' }],
  words: {
    sentence: 'Documents of others that the work rests on, the edition in use, and when that is checked again.',
    add: 'Add an external document',
    edit: 'Edit the external document',
    empty:
      'Standards, laws, contracts and manuals that others write and change. Note the edition in use, and check now and then whether it still holds.',
  },
})
