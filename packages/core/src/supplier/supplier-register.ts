import { choice, day, flag, list, longText, number, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const supplierRegister = defineRegister(headOf('supplier'), {
  fields: {
    name: text('Name', { isRequired: true, placeholder: 'Cloud provider', column: true }),
    services: longText('What it does for us', { most: 5_000 }),
    criticality: choice(
      'Criticality',
      { undecided: 'Not decided yet', low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
      'undecided',
      { column: true, help: 'What stops here when it stops, and what its mistakes would cost.' },
    ),
    status: choice(
      'Status',
      { considered: 'Considered', active: 'Active', leaving: 'Being left', ended: 'Ended' },
      'active',
      { column: true },
    ),
    ownerId: reference('Owner', 'person', { column: true }),
    data: list('Data it handles', {
      words: {
        business: 'Business data',
        personal: 'Personal data',
        special: 'Special categories of personal data',
        credentials: 'Credentials and keys',
        source_code: 'Source code',
      },
    }),
    isProcessor: choice(
      'Processes personal data for us?',
      { unknown: 'Not known yet', no: 'No', yes: 'Yes' },
      'unknown',
      {
        column: 'hidden',
      },
    ),
    isCloud: flag('Cloud service', false, { column: 'hidden' }),
    countries: list('Countries', { most: 100, help: 'Where data are kept and from where they are reached.' }),
    subcontractors: longText('Its own suppliers that matter', { most: 5_000 }),
    reviewEveryDays: number('Review every', { isWhole: true, least: 1, most: 1_095, unit: 'days' }),
    exitPlan: longText('Exit plan', {
      section: 'Leaving',
      help: 'How to go: data back, accounts closed, who takes over, how long it takes.',
    }),
    alternatives: text('Who could take over', { most: 500 }),
  },
  computed: {
    reviewDueAt: day('Review due', { column: true }),
    certificateUntil: day('Certificate until', { column: true, isEnd: true }),
  },
  work: [{ what: 'Review', due: 'reviewDueAt', owner: 'ownerId', unless: { status: ['considered', 'ended'] } }],
  words: {
    sentence: 'Whom we depend on, for what, and what shows that they can be trusted with it.',
    add: 'Add a supplier',
    edit: 'Edit the supplier',
    empty:
      'List everybody outside who handles information or keeps a service running: cloud, software, people, premises. Say how critical each is; the critical ones need a contract, a review and a way out.',
  },
})
