import {
  choice,
  day,
  longText,
  number,
  reference,
  requiredDay,
  requiredNumber,
  requiredReference,
  text,
} from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const operatingControlRegister = defineRegister(headOf('operating_control'), {
  fields: {
    title: text('What is kept under control', {
      isRequired: true,
      most: 300,
      column: true,
      placeholder: 'Hosting at the cloud provider',
    }),
    kind: choice('Kind', { outsourced: 'Done by others', own: 'Done here' }, 'outsourced', { column: true }),
    provider: text('By whom', { column: true, help: 'The supplier or partner, where others do it.' }),
    processId: reference('Process', 'isms_process', { column: 'hidden' }),
    scope: longText('What of it matters for information security', { isRequired: true, most: 5_000 }),
    criteria: longText('Criteria: when it is as it should be', { isRequired: true, most: 5_000 }),
    method: longText('How that is made sure', { isRequired: true, most: 5_000 }),
    ownerId: requiredReference('Responsible', 'person', { column: true }),
    cadenceDays: requiredNumber('Checked every', { isWhole: true, least: 1, most: 1_095, unit: 'days' }),
  },
  computed: {
    lastCheckedAt: day('Last checked', { column: true }),
    nextCheckAt: day('Next check', { column: true }),
    standing: choice(
      'Standing',
      { never: 'Never checked', late: 'Check is late', not_met: 'Criteria not met', met: 'Criteria met' },
      'never',
      { column: true, bearing: { never: 'unknown', late: 'late', not_met: 'bad', met: 'good' } },
    ),
  },
  words: {
    sentence: 'What runs here or at others, by which criteria, and when somebody last looked.',
    add: 'Add an operation',
    edit: 'Edit the operation',
    empty:
      'List what has to run as planned for information to stay safe, above all what others do for you. Give each its criteria and a rhythm of checks: an outsourced process that nobody checks is a common nonconformity.',
  },
})

export const operatingCheckRegister = defineRegister(headOf('operating_check'), {
  fields: {
    operatingControlId: requiredReference('Operation', 'operating_control'),
    title: text('What was looked at', { isRequired: true, most: 500, column: true }),
    checkedAt: requiredDay('When', { column: true, isUsuallyNow: true }),
    isMet: choice('Criteria met?', { yes: 'Met', no: 'Not met' }, 'yes', {
      column: true,
      bearing: { yes: 'good', no: 'bad' },
    }),
    note: longText('What was found, and what follows', { most: 5_000 }),
    sampleSize: number('Cases looked at', { isWhole: true, least: 0 }),
  },
  stamped: { checkerId: reference('Checked by', 'person', { column: true }) },
  parent: 'operatingControlId',
  order: '-checkedAt',
  made: { checkerId: 'actor' },
  isOnce: true,
  words: {
    sentence: 'Checks of operations, one record each.',
    add: 'Record a check',
    edit: 'A check stays as it was recorded',
    empty:
      'Nobody has looked yet, so it counts as not under control. Record what was looked at and whether the criteria are met.',
  },
})
