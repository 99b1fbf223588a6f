import { choice, day, list, number, reference, requiredNumber, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { documentItems } from './document-items.ts'

export const documentKinds = {
  policy: 'Policy',
  topic_policy: 'Topic policy',
  process: 'Process',
  procedure: 'Procedure',
  plan: 'Plan',
  standard: 'Standard',
  guide: 'Guide',
  form: 'Form',
  record_template: 'Template of a record',
  other: 'Other',
} as const

export const documentStandings = {
  empty: 'Not written',
  draft: 'Draft',
  in_review: 'In review',
  approved: 'Approved',
  published: 'Published',
  overdue: 'Review overdue',
  retired: 'Retired',
} as const

export const documentRegister = defineRegister(headOf('document'), {
  fields: {
    title: text('Title', { isRequired: true, placeholder: 'Access control policy', column: true }),
    kind: choice('Kind', documentKinds, 'topic_policy', { column: true }),
    item: choice('What it serves as', documentItems, 'other', {
      help: 'Its place in the list of documents that an ISMS has.',
    }),
    ownerId: reference('Owner', 'person', { column: true }),
    classification: choice(
      'Classification',
      { public: 'Public', internal: 'Internal', confidential: 'Confidential', restricted: 'Restricted' },
      'internal',
      { column: 'hidden' },
    ),
    distribution: text('Who gets it', { most: 1_000, placeholder: 'Everybody who works here' }),
    retentionRuleId: reference('Retention rule', 'retention_rule'),
    clauses: list('Clauses it serves', { most: 40, suggested: 'requirements', help: '5.2, 6.1.2' }),
    controls: list('Controls it serves', { most: 20, suggested: 'requirements', help: 'A.5.1, A.8.13' }),
    cadenceDays: requiredNumber('Review every', { isWhole: true, least: 1, most: 1_830, unit: 'days' }),
  },
  stamped: {
    reviewedAt: day('Last review', { column: 'hidden' }),
    reviewAt: day('Next review', { column: true }),
  },
  computed: {
    standing: choice('State', documentStandings, 'empty', {
      column: true,
      bearing: { published: 'good', overdue: 'late' },
    }),
    publishedVersion: number('Published version', { isWhole: true, column: true }),
  },
  work: [
    {
      what: 'Review',
      due: 'reviewAt',
      owner: 'ownerId',
      onlyWithDay: true,
      unless: { standing: ['empty', 'draft', 'in_review', 'approved', 'retired'] },
    },
  ],
  words: {
    sentence: 'Policies, processes and plans: what holds, who approved it, and when it is looked at again.',
    add: 'Add a document',
    edit: 'Edit the document',
    empty:
      'Start from a template on the coverage page, or add a document and write it here. Every version is approved by somebody who did not write it, and stays readable for ever.',
  },
})
