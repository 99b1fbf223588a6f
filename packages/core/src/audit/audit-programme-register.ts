import { choice, day, list, longText, reference, requiredDay, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const auditProgrammeRegister = defineRegister(headOf('audit_programme'), {
  fields: {
    title: text('Programme', { isRequired: true, placeholder: 'Internal audits 2026 to 2028', column: true }),
    startsAt: requiredDay('From', { column: true }),
    endsAt: requiredDay('Until', { column: true, help: 'Usually three years: the cycle of the certificate.' }),
    responsibleId: reference('Responsible', 'person', {
      column: true,
      help: 'Runs the programme, and does not audit it.',
    }),
    systemOwnerId: reference('Who runs the ISMS', 'person', {
      help: 'Whoever does owns clauses 4 to 10, and somebody else audits them.',
    }),
    frequency: longText('How often', { most: 2_000, placeholder: 'One audit each half-year' }),
    methods: longText('Methods', { most: 2_000, placeholder: 'Interviews, samples of records, observation' }),
    weighting: longText('How importance and earlier results count', { most: 2_000 }),
    clauseRhythm: choice('Clauses 4 to 10', { yearly: 'Each year', once: 'Once in the programme' }, 'yearly'),
    criticalControls: list('Controls audited each year', {
      suggested: 'requirements',
      help: 'Those that carry most, or were weak before. All others are audited once in the programme.',
    }),
  },
  stamped: {
    state: choice('State', { draft: 'Draft', approved: 'Approved' }, 'draft', { column: true }),
    approvedAt: day('Approved on'),
    approvedById: reference('Approved by', 'person'),
  },
  states: {
    field: 'state',
    frozen: ['approved'],
    live: ['approved'],
    moves: [
      {
        from: ['draft'],
        to: 'approved',
        label: 'Approve the programme',
        permission: 'audit:manage',
        stamps: { approvedAt: 'now', approvedById: 'actor' },
      },
      {
        from: ['approved'],
        to: 'draft',
        label: 'Revise',
        permission: 'audit:manage',
        asksReason: true,
        stamps: { approvedAt: null, approvedById: null },
      },
    ],
  },
  words: {
    sentence: 'What is audited when, so that nothing is left out and nobody audits their own work.',
    add: 'Add a programme',
    edit: 'Edit the programme',
    empty:
      'A programme spans the three years of a certificate and proves that every clause, every applicable control and every site is audited. Add one, then plan its audits.',
  },
})

export const auditExceptionRegister = defineRegister(headOf('audit_exception'), {
  fields: {
    programmeId: requiredReference('Programme', 'audit_programme'),
    title: text('Why it is not audited', { isRequired: true, most: 2_000, column: true }),
    requirements: list('Clauses and controls', { suggested: 'requirements', column: true }),
    sites: list('Sites', { suggested: 'sites', column: true }),
    decidedById: requiredReference('Who decided it', 'person', { column: true }),
  },
  parent: 'programmeId',
  held: { while: ['approved'] },
  words: {
    sentence: 'What a programme leaves out, why, and who decided it.',
    add: 'Add an exception',
    edit: 'Edit the exception',
    empty: 'What no audit of the programme covers needs a reason and somebody who decided it.',
  },
})
