import {
  choice,
  day,
  list,
  longText,
  number,
  reference,
  requiredDay,
  requiredReference,
  text,
  time,
} from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const contractClauses = {
  measures: 'Security measures',
  confidentiality: 'Confidentiality',
  notice: 'Notice of incidents',
  audit: 'Right to audit, or reports instead',
  subcontractors: 'Subcontractors',
  location: 'Where data are kept',
  return: 'Return and deletion at the end',
  continuity: 'Service levels and continuity',
} as const

export const supplierContractRegister = defineRegister(headOf('supplier_contract'), {
  fields: {
    supplierId: requiredReference('Supplier', 'supplier'),
    title: text('Title', { isRequired: true, column: true }),
    kind: choice(
      'Kind',
      {
        main: 'Main contract',
        processing: 'Data processing agreement',
        confidentiality: 'Confidentiality agreement',
        level: 'Service levels',
        other: 'Other',
      },
      'main',
      { column: true },
    ),
    clauses: list('What it settles', { words: contractClauses, column: true }),
    from: day('From'),
    until: day('Until', { column: true, help: 'Leave it empty where it has no end.' }),
    noticeAt: day('Last day to give notice', { column: true }),
    notifyHours: number('Tells us of incidents within', { isWhole: true, least: 1, most: 8_760, unit: 'hours' }),
    ownerId: reference('Who looks after it', 'person'),
    source: text('Where it is kept', { most: 500 }),
  },
  parent: 'supplierId',
  work: [{ what: 'Decide on notice', due: 'noticeAt', owner: 'ownerId', onlyWithDay: true, horizonDays: 90 }],
  words: {
    sentence: 'What suppliers promised, and until when.',
    add: 'Add a contract',
    edit: 'Edit the contract',
    empty: 'What is agreed, and does it settle security? Tick what the contract settles, so that its gaps show.',
  },
})

export const supplierCertificateRegister = defineRegister(headOf('supplier_certificate'), {
  fields: {
    supplierId: requiredReference('Supplier', 'supplier'),
    title: text('Certificate or report', {
      isRequired: true,
      placeholder: 'ISO/IEC 27001, all data centres',
      column: true,
    }),
    standard: choice(
      'Against',
      {
        iso27001: 'ISO/IEC 27001',
        iso27701: 'ISO/IEC 27701',
        iso22301: 'ISO 22301',
        soc2: 'SOC 2 type 2',
        c5: 'C5',
        tisax: 'TISAX',
        pci: 'PCI DSS',
        other: 'Other',
      },
      'iso27001',
      { column: true },
    ),
    issuer: text('Issued by', { isRequired: true, column: true }),
    reference: text('Number', { most: 200 }),
    covers: text('What it covers', { most: 1_000, help: 'Does it cover the service we use, at the places we use?' }),
    issuedAt: requiredDay('Issued on'),
    validUntil: requiredDay('Valid until', { column: true }),
    url: text('Address', { most: 2_000, placeholder: 'https://' }),
  },
  stamped: { evidenceId: reference('Evidence', 'evidence', { column: true }) },
  parent: 'supplierId',
  words: {
    sentence: 'What independent bodies say of suppliers, and until when.',
    add: 'Add a certificate',
    edit: 'Edit the certificate',
    empty:
      'A certificate says something while it is valid and covers what you use. Used as evidence, it lowers no risk beyond its last day.',
  },
})

export const supplierReviewRegister = defineRegister(headOf('supplier_review'), {
  fields: {
    supplierId: requiredReference('Supplier', 'supplier'),
    at: requiredDay('Reviewed on', { column: true, isUsuallyNow: true }),
    title: text('What came out', { isRequired: true, most: 500, column: true }),
    outcome: choice('Result', { met: 'Requirements met', not_met: 'Requirements not met' }, 'met', {
      column: true,
      bearing: { met: 'good', not_met: 'bad' },
    }),
    seen: longText('What was looked at', { help: 'Reports, incidents, service levels, changes, answers.' }),
    openPoints: longText('Open points'),
  },
  stamped: {
    reviewedByName: text('Reviewed by', { isRequired: true, column: true }),
    evidenceId: reference('Evidence', 'evidence', { column: true }),
  },
  made: { reviewedByName: 'actorName' },
  parent: 'supplierId',
  order: '-at',
  isOnce: true,
  words: {
    sentence: 'When suppliers were looked at, and what came out.',
    add: 'Record a review',
    edit: 'Edit the review',
    empty: 'Look at each supplier as often as its criticality asks. A review stays as it was written.',
  },
})

export const supplierQuestionnaireRegister = defineRegister(headOf('supplier_questionnaire'), {
  fields: {
    supplierId: requiredReference('Supplier', 'supplier'),
    questionnaireId: requiredReference('Questionnaire', 'questionnaire', { column: true }),
    title: text('Title', { isRequired: true, column: true }),
    contact: text('Who answers it there', { column: 'hidden' }),
    dueAt: requiredDay('Answers due', { column: true }),
  },
  stamped: {
    state: choice(
      'State',
      { draft: 'Not sent yet', sent: 'Sent', submitted: 'Answered', withdrawn: 'Withdrawn' },
      'draft',
      { column: true },
    ),
    sentAt: time('Sent at'),
    submittedAt: time('Answered at'),
    submittedByName: text('Answered by'),
    evidenceId: reference('Evidence', 'evidence', { column: true }),
  },
  parent: 'supplierId',
  states: {
    field: 'state',
    frozen: ['submitted', 'withdrawn'],
    moves: [{ from: ['draft', 'sent'], to: 'withdrawn', label: 'Withdraw', asksReason: true }],
  },
  words: {
    sentence: 'What suppliers were asked, and what they answered.',
    add: 'Ask with a questionnaire',
    edit: 'Edit',
    empty:
      'Choose a questionnaire and send its link: the supplier answers without an account. What is submitted stays as it is.',
  },
})

export const questionnaireRegister = defineRegister(headOf('questionnaire'), {
  fields: {
    title: text('Title', { isRequired: true, placeholder: 'Basics for every supplier', column: true }),
    introduction: longText('Introduction', { most: 5_000, help: 'Shown to the supplier above the questions.' }),
    isUsed: choice('In use', { yes: 'Yes', no: 'No longer' }, 'yes', { column: true }),
  },
  computed: { questions: number('Questions', { isWhole: true, column: true }) },
  words: {
    sentence: 'Questions that suppliers are asked, in your own words or taken over from a table.',
    add: 'Add a questionnaire',
    edit: 'Edit the questionnaire',
    empty:
      'Write a few questions whose answers would change a decision. Ten good ones are answered; two hundred are copied.',
  },
})

export const questionRegister = defineRegister(headOf('question'), {
  fields: {
    questionnaireId: requiredReference('Questionnaire', 'questionnaire'),
    position: number('Place', { isWhole: true, least: 1, most: 10_000, column: true }),
    reference: text('Reference', { most: 100, column: true, help: 'What it is called where it comes from.' }),
    section: text('Section', { column: true }),
    title: text('Question', { isRequired: true, most: 1_000, column: true }),
    answer: choice('Answered by', { yes_no: 'Yes or no, and why', text: 'Free text' }, 'yes_no', { column: true }),
    wanted: choice('Good answer', { yes: 'Yes', no: 'No', any: 'Any' }, 'yes'),
  },
  parent: 'questionnaireId',
  words: {
    sentence: 'Questions of questionnaires.',
    add: 'Add a question',
    edit: 'Edit the question',
    empty: 'Ask what you would act on. Yes-or-no questions are compared with the good answer.',
  },
})
