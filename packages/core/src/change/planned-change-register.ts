import { choice, day, flag, list, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

/** What a planned change can touch. A new version of the first three, once one is in force, has to name one. */
export const changeSubjects = {
  scope: 'Scope',
  methodology: 'Risk methodology',
  soa: 'Statement of Applicability',
  roles: 'Roles and responsibilities',
  processes: 'Processes',
  technology: 'Tools and technology',
  other: 'Something else',
} as const
export type ChangeSubject = keyof typeof changeSubjects

export const plannedChangeRegister = defineRegister(headOf('planned_change'), {
  fields: {
    title: text('Change', {
      isRequired: true,
      most: 300,
      column: true,
      placeholder: 'Take the Utrecht office into scope',
    }),
    touches: list('What it touches', { words: changeSubjects, column: true }),
    purpose: longText('Purpose', { most: 5_000 }),
    effect: longText('What could come of it, wanted or not', { most: 5_000 }),
    integrity: longText('How the ISMS stays whole meanwhile', { most: 5_000 }),
    resources: longText('Resources', { most: 2_000 }),
    responsibilities: longText('Who does what afterwards', { most: 2_000 }),
    ownerId: reference('Who carries it out', 'person', { column: true }),
    plannedAt: day('Planned for', { column: true }),
  },
  stamped: {
    status: choice(
      'Status',
      { proposed: 'Proposed', approved: 'Approved', done: 'Done', reviewed: 'Reviewed', rejected: 'Rejected' },
      'proposed',
      { column: true },
    ),
    proposerId: reference('Proposed by', 'person'),
    decidedAt: day('Decided'),
    deciderId: reference('Decided by', 'person', { column: 'hidden' }),
    decisionNote: longText('Why it was decided so'),
    approvedAlone: flag('Approved by its proposer, with nobody else to ask'),
    doneAt: day('Done'),
    reviewedAt: day('Reviewed'),
    reviewerId: reference('Reviewed by', 'person'),
    outcome: longText('What came of it'),
  },
  computed: { isOverdue: flag('Overdue', false, { column: true, bearing: 'late' }) },
  made: { proposerId: 'actor' },
  states: {
    field: 'status',
    frozen: ['approved', 'done', 'reviewed', 'rejected'],
    live: ['approved', 'done'],
    moves: [
      {
        from: ['proposed'],
        to: 'approved',
        label: 'Approve',
        permission: 'change:manage',
        stamps: { decidedAt: 'now', deciderId: 'actor' },
      },
      {
        from: ['proposed', 'approved'],
        to: 'rejected',
        label: 'Reject',
        permission: 'change:manage',
        asksReason: true,
        stamps: { decidedAt: 'now', deciderId: 'actor', decisionNote: 'reason' },
      },
      { from: ['approved'], to: 'done', label: 'Done', stamps: { doneAt: 'now' } },
      {
        from: ['done'],
        to: 'reviewed',
        label: 'Review',
        permission: 'change:manage',
        asksReason: true,
        question: 'What came of it, and is the ISMS whole?',
        stamps: { reviewedAt: 'now', reviewerId: 'actor', outcome: 'reason' },
      },
    ],
  },
  words: {
    sentence: 'Changes to the ISMS that were thought through before they were made.',
    add: 'Plan a change',
    edit: 'Edit the change',
    empty:
      'Write down a change to the ISMS before it is made: why, what could come of it, who does what, how the ISMS stays whole. A new version of the scope, the methodology or the Statement of Applicability names the change behind it.',
  },
})
