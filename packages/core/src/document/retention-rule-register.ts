import { choice, list, longText, reference, requiredNumber, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const retentionRuleRegister = defineRegister(headOf('retention_rule'), {
  fields: {
    title: text('What is kept', { isRequired: true, placeholder: 'Policies and processes', column: true }),
    appliesTo: list('Kinds of documents and records', { help: 'Policies, audit results, training records' }),
    keepYears: requiredNumber('Kept for', { least: 0.1, most: 100, unit: 'years', column: true }),
    begins: choice(
      'Counted from',
      { created: 'When it was made', superseded: 'When it was replaced', ended: 'When what it is about ended' },
      'superseded',
      { column: true },
    ),
    afterwards: choice(
      'Then',
      { destroy: 'Destroyed', anonymise: 'Made anonymous', archive: 'Archived', review: 'Looked at' },
      'destroy',
      { column: true },
    ),
    basis: longText('Why that long', { most: 2_000, help: 'The law, the contract, or the certification cycle.' }),
    ownerId: reference('Who sees to it', 'person', { column: true }),
  },
  words: {
    sentence: 'How long each kind of document and record is kept, why, and what happens then.',
    add: 'Add a retention rule',
    edit: 'Edit the retention rule',
    empty:
      'Records of an ISMS are kept for at least one certification cycle of three years and the current one. Say for each kind how long, on what ground, and what happens then.',
  },
})
