import {
  choice,
  day,
  flag,
  list,
  longText,
  number,
  reference,
  requiredDay,
  requiredReference,
  text,
} from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { reportedStates } from './audit-register.ts'
import { findingGrades } from './audit-words.ts'
import { populationWords } from './sample.ts'

export const auditorRegister = defineRegister(headOf('audit_auditor'), {
  fields: {
    auditId: requiredReference('Audit', 'audit'),
    title: text('Why this person can', {
      isRequired: true,
      most: 500,
      column: true,
      placeholder: 'Course of 2025, two audits as an observer',
    }),
    personId: requiredReference('Auditor', 'person', { column: true }),
    role: choice(
      'Role',
      { lead: 'Lead auditor', auditor: 'Auditor', observer: 'Observer', expert: 'Expert' },
      'auditor',
      {
        column: true,
      },
    ),
    exceptionReason: longText('Why an owner audits this all the same', {
      most: 2_000,
      help: 'Only where nobody else can. It stands in the report.',
    }),
    exceptionById: reference('Who decided that', 'person'),
  },
  parent: 'auditId',
  held: { while: reportedStates },
  words: {
    sentence: 'Who audits, in which role, and why they can.',
    add: 'Add an auditor',
    edit: 'Edit the auditor',
    empty: 'Choose people who own nothing of what they audit. A lead auditor answers for the report.',
  },
})

export const auditCheckRegister = defineRegister(headOf('audit_check'), {
  fields: {
    auditId: requiredReference('Audit', 'audit'),
    requirement: text('Clause or control', { isRequired: true, most: 40, column: true, names: 'requirement' }),
    title: text('Title', { isRequired: true, most: 300, column: true }),
    question: longText('Question', { most: 2_000 }),
    result: choice(
      'Result',
      {
        open: 'Not looked at yet',
        conforms: 'Conforms',
        finding: 'Finding',
        not_applicable: 'Does not apply',
        not_audited: 'Not audited, for a reason',
      },
      'open',
      { column: true, bearing: { conforms: 'good', finding: 'bad' } },
    ),
    interviewed: text('Asked whom', { most: 300, column: true }),
    notes: longText('What was seen', { most: 10_000 }),
  },
  stamped: {
    sampleOf: choice('Sample of', populationWords, 'none'),
    samplePopulation: number('Population', { isWhole: true }),
    sampleSize: number('Sample size', { isWhole: true }),
    sampleSeed: text('Seed of the sample'),
    sampleFrom: day('Of the time from'),
    sampleUntil: day('Until'),
    sampleChosen: list('Chosen'),
  },
  parent: 'auditId',
  held: { while: reportedStates },
  words: {
    sentence: 'What an audit asks of each clause item and control, and what it saw.',
    add: 'Add a question',
    edit: 'Answer',
    empty:
      'The checklist is made of the audit’s scope: every clause item and every applicable control in it, with a question each.',
  },
})

export const auditEvidenceRegister = defineRegister(headOf('audit_evidence'), {
  fields: {
    auditId: requiredReference('Audit', 'audit'),
    title: text('What was seen', { isRequired: true, most: 500, column: true }),
    requirements: list('For', { suggested: 'requirements', column: true }),
    seenAt: requiredDay('Seen on', { column: true, isUsuallyNow: true }),
    source: text('Where, or from whom', { most: 300 }),
    link: text('Address', { most: 1_000 }),
    evidenceId: reference('Evidence', 'evidence'),
    details: longText('Details', { most: 10_000 }),
  },
  stamped: {
    contentHash: text('SHA-256', { most: 64 }),
  },
  parent: 'auditId',
  held: { while: reportedStates },
  isOnce: true,
  words: {
    sentence: 'What auditors saw, written once, with a hash of it.',
    add: 'Add what was seen',
    edit: 'What was seen',
    empty:
      'Write down each record, screen or answer the audit rests on. It is written once and hashed; a correction is a new entry.',
  },
})

export const auditFindingRegister = defineRegister(headOf('audit_finding'), {
  fields: {
    auditId: requiredReference('Audit', 'audit'),
    title: text('Finding, in one sentence', { isRequired: true, most: 500, column: true }),
    grade: choice('Grade', findingGrades, 'opportunity', {
      column: true,
      bearing: { major: 'bad', minor: 'warning', strength: 'good' },
    }),
    requirements: list('Requirements', { suggested: 'requirements', column: true }),
    requirement: longText('Requirement', { most: 2_000, help: 'What is required, in your own words.' }),
    seen: longText('Evidence', { most: 5_000, help: 'What was seen.' }),
    gap: longText('Gap', { most: 2_000, help: 'What is missing between the two.' }),
    ownerId: reference('Owner', 'person', { column: true }),
  },
  stamped: {
    nonconformityId: reference('Nonconformity', 'nonconformity'),
  },
  computed: { isReported: flag('Reported', false, { column: true }) },
  parent: 'auditId',
  held: { while: reportedStates },
  words: {
    sentence: 'What internal audits found: nonconformities, opportunities and strengths.',
    add: 'Add a finding',
    edit: 'Edit the finding',
    empty:
      'A nonconformity needs a requirement, what was seen, and the gap between them, one sentence each. Strengths are findings too.',
  },
})
