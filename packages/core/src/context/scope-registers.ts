import { choice, day, flag, longText, reference, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

/** Versions of the scope. What is approved holds its content and is never changed; the next version supersedes it. */
export const scopeVersionRegister = defineRegister(headOf('scope_version'), {
  fields: {
    title: text('Version', { isRequired: true, column: true, placeholder: 'Scope 2027', most: 200 }),
    statement: longText('Scope of the management system', {
      isRequired: true,
      most: 20_000,
      help: 'One paragraph as it could stand on the certificate. Sites, units and services come from their registers.',
    }),
    note: longText('What is new in this version, and why', { most: 5_000 }),
    changeId: reference('Planned change behind it', 'planned_change', {
      help: 'Asked for once a version is in force: a change of the scope is planned first.',
    }),
    nextReviewAt: day('Next review', { column: true }),
  },
  stamped: {
    status: choice(
      'Status',
      { draft: 'Draft', proposed: 'Proposed', approved: 'In force', superseded: 'Superseded' },
      'draft',
      { column: true },
    ),
    proposedAt: day('Proposed'),
    proposerName: text('Proposed by'),
    approvedAt: day('Approved', { column: true }),
    approverName: text('Approved by', { column: true }),
    approvedAlone: flag('Approved by its author, with nobody else to ask'),
    contentHash: text('SHA-256 of its content'),
  },
  computed: { isOverdue: flag('Review is overdue', false, { column: 'hidden', bearing: 'late' }) },
  states: {
    field: 'status',
    frozen: ['proposed', 'approved', 'superseded'],
    live: ['proposed', 'approved'],
    moves: [
      {
        from: ['draft'],
        to: 'proposed',
        label: 'Propose',
        stamps: { proposedAt: 'now', proposerName: 'actorName' },
      },
      {
        from: ['proposed'],
        to: 'approved',
        label: 'Approve',
        permission: 'context:manage',
        stamps: { approvedAt: 'now', approverName: 'actorName' },
      },
      {
        from: ['proposed'],
        to: 'draft',
        label: 'Send back',
        asksReason: true,
        stamps: { proposedAt: null, proposerName: null },
      },
    ],
  },
  work: [{ what: 'Review', due: 'nextReviewAt', unless: { status: ['draft', 'proposed', 'superseded'] } }],
  words: {
    sentence: 'What the management system covers, what it does not, and where its borders are.',
    add: 'Write a version of the scope',
    edit: 'Edit the draft',
    empty:
      'Say what the ISMS covers: the statement for the certificate, the sites, units and services, the borders to others, and what is left out and why. Somebody else approves it, and from then on it does not change.',
  },
})

export const scopeBoundaryRegister = defineRegister(headOf('scope_boundary'), {
  fields: {
    scopeVersionId: requiredReference('Version of the scope', 'scope_version'),
    title: text('What', { isRequired: true, most: 300, column: true, placeholder: 'Marketing website' }),
    kind: choice('Kind', { interface: 'Interface', dependency: 'Dependency', exclusion: 'Left out' }, 'interface', {
      column: true,
    }),
    reason: longText('What passes there and how it is kept safe; or why it is left out', {
      isRequired: true,
      most: 2_000,
    }),
  },
  parent: 'scopeVersionId',
  held: { while: ['proposed', 'approved', 'superseded'] },
  words: {
    sentence: 'Borders of the scope: interfaces, dependencies, and what is left out.',
    add: 'Add a border',
    edit: 'Edit the border',
    empty:
      'Where does the ISMS end? Name interfaces to others, what it depends on, and what is left out, each with its reason.',
  },
})
