import { choice, flag, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const siteRegister = defineRegister(headOf('site'), {
  fields: {
    name: text('Name', { isRequired: true, placeholder: 'Head office', column: true }),
    kind: choice(
      'Kind',
      {
        office: 'Office',
        data_centre: 'Data centre',
        home: 'Home offices',
        cloud_region: 'Cloud region',
        other: 'Other',
      },
      'office',
      { column: true },
    ),
    address: text('Address', { most: 500, column: 'hidden' }),
    ownerId: reference('Responsible', 'person', { column: true }),
    inScope: flag('In scope of the ISMS', true, { column: true }),
    reason: longText('Why it is in or out of scope', { most: 2_000 }),
  },
  words: {
    sentence: 'Where the organisation works, and which of it the ISMS covers.',
    add: 'Add a site',
    edit: 'Edit the site',
    empty:
      'List the places where information in scope is handled: offices, data centres, cloud regions, homes. An auditor samples from this list, and a place that is left out needs a reason.',
  },
})
