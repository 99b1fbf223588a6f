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

export const campaignProgress = { late: 'Late', running: 'Running', done: 'All have read it' } as const

export const campaignRegister = defineRegister(headOf('acknowledgement_campaign'), {
  fields: {
    title: text('Title', { isRequired: true, placeholder: 'Security policy 2026', column: true }),
    documentId: requiredReference('Document', 'document', { column: true }),
    audience: choice(
      'Who is asked',
      { everyone: 'Everybody who is active', unit: 'The people of a unit', chosen: 'Chosen people' },
      'everyone',
      { column: 'hidden', help: 'Chosen people are named on the page of the campaign.' },
    ),
    unitId: reference('Unit', 'unit', {
      column: 'hidden',
      help: 'Whose people are asked, where only those of a unit are.',
    }),
    dueAt: requiredDay('To be read by', { column: true }),
    message: longText('Words to those who are asked', { most: 2_000 }),
    asksAgain: flag('Ask again when a new version is published', true),
  },
  stamped: {
    versionNumber: number('Version', { isWhole: true, column: 'hidden' }),
    status: choice('State', { open: 'Open', closed: 'Closed' }, 'open', { column: true }),
    closedAt: day('Closed'),
  },
  computed: {
    askedCount: number('Asked', { isWhole: true, column: true }),
    readCount: number('Have read it', { isWhole: true, column: true }),
    progress: choice('Progress', campaignProgress, 'running', {
      column: true,
      bearing: { late: 'late', done: 'good' },
    }),
  },
  states: {
    field: 'status',
    moves: [
      { from: ['open'], to: 'closed', label: 'Close', permission: 'document:manage', stamps: { closedAt: 'now' } },
    ],
    frozen: ['closed'],
  },
  words: {
    sentence: 'Who was asked to read which version of a document, and who has said so.',
    add: 'Ask people to read a document',
    edit: 'Edit the campaign',
    empty:
      'A policy counts once people know it. Ask them to read a published version: each answer names person, version and time, and stays.',
  },
})
