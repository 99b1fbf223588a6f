import { choice, day, list, longText, reference, requiredDay, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const auditStates = {
  planned: 'Planned',
  prepared: 'Prepared',
  running: 'Running',
  reported: 'Reported',
  actions_open: 'Actions open',
  closed: 'Closed',
} as const

/** From here on what was found does not change any more. */
export const reportedStates: readonly string[] = ['reported', 'actions_open', 'closed']

export const auditRegister = defineRegister(headOf('audit'), {
  fields: {
    title: text('Audit', { isRequired: true, placeholder: 'Clauses 4 to 10, and access', column: true }),
    programmeId: reference('Programme', 'audit_programme', { column: true }),
    responsibleId: reference('Sees that it takes place', 'person', { column: 'hidden' }),
    startsAt: requiredDay('From', { column: true }),
    endsAt: requiredDay('Until', { column: true }),
    objective: longText('Objective', { most: 2_000 }),
    criteria: longText('Criteria', {
      most: 2_000,
      placeholder: 'ISO/IEC 27001:2022, own policies, the customer contract',
    }),
    clauses: list('Clauses', {
      section: 'Scope',
      suggested: 'requirements',
      help: 'A clause takes in what stands below it: 9 covers all of chapter 9.',
    }),
    controls: list('Controls', { suggested: 'requirements', help: 'A.8 covers all controls of that theme.' }),
    sites: list('Sites', { suggested: 'sites' }),
    processes: list('Teams and processes'),
    methods: list('Methods', {
      section: 'Plan',
      words: {
        interview: 'Interview',
        observation: 'Observation',
        document: 'Documents',
        sample: 'Samples of records',
        test: 'Technical test',
      },
    }),
    plan: longText('Plan', { most: 10_000, help: 'Who is met when, about what.' }),
    conclusion: longText('Conclusion', { section: 'Result', most: 5_000 }),
    distribution: longText('Who receives the report', { most: 1_000 }),
  },
  stamped: {
    state: choice('State', auditStates, 'planned', { column: true }),
    preparedAt: day('Prepared on'),
    startedAt: day('Begun on'),
    reportedAt: day('Reported on'),
    reportedById: reference('Reported by', 'person'),
    reportHash: text('SHA-256 of what was reported', { most: 64 }),
    closedAt: day('Closed on'),
    closedById: reference('Closed by', 'person'),
  },
  computed: {
    leadAuditor: text('Lead auditor', { column: true }),
  },
  states: {
    field: 'state',
    frozen: reportedStates,
    live: ['reported', 'actions_open'],
    moves: [
      { from: ['planned'], to: 'prepared', label: 'Prepared', stamps: { preparedAt: 'now' } },
      { from: ['prepared'], to: 'running', label: 'Begin', stamps: { startedAt: 'now' } },
      {
        from: ['running'],
        to: 'reported',
        label: 'Report',
        stamps: { reportedAt: 'now', reportedById: 'actor' },
      },
      { from: ['reported'], to: 'actions_open', label: 'Hand over to follow-up' },
      {
        from: ['reported', 'actions_open'],
        to: 'closed',
        label: 'Close',
        permission: 'audit:manage',
        stamps: { closedAt: 'now', closedById: 'actor' },
      },
    ],
  },
  work: [
    { what: 'Audit', due: 'endsAt', owner: 'responsibleId', unless: { state: ['reported', 'actions_open', 'closed'] } },
  ],
  words: {
    sentence: 'What each audit looked at, whom it asked, what it saw and what it found.',
    add: 'Plan an audit',
    edit: 'Edit the audit',
    empty:
      'An internal audit asks whether the ISMS does what the standard and its own rules say, and whether that works. Plan one with a scope, auditors who own none of it, and a checklist.',
  },
})
