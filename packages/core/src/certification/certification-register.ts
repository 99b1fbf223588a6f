import {
  choice,
  day,
  flag,
  list,
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
import { planPhases } from './plan-template.ts'

export const externalAuditKinds = {
  stage1: 'Stage 1',
  stage2: 'Stage 2',
  surveillance1: 'First surveillance',
  surveillance2: 'Second surveillance',
  recertification: 'Recertification',
  special: 'Special audit',
} as const

export const certificationRegister = defineRegister(headOf('certification'), {
  fields: {
    title: text('Cycle', { isRequired: true, placeholder: 'ISO/IEC 27001, 2026 to 2029', column: true }),
    body: text('Certification body', { column: true }),
    accreditation: text('Accredited by', { most: 300 }),
    contract: text('Contract', { most: 300 }),
    ownerId: reference('Owner', 'person', { column: true }),
    scopeText: longText('Scope on the certificate', { most: 2_000 }),
    soaVersion: number('Version of the statement of applicability', { isWhole: true, least: 1, most: 100_000 }),
    persons: number('Persons under control', { isWhole: true, least: 1, most: 1_000_000, section: 'Audit days' }),
    adjustmentPercent: number('Adjustment', { least: -30, most: 30, unit: '%' }),
    adjustmentReason: longText('Why', { most: 2_000 }),
    decidedAt: day('Decided on', { section: 'Certificate', column: true }),
    certificateNumber: text('Number of the certificate'),
    issuedAt: day('Issued on'),
    expiresAt: day('Expires on', { column: true, help: 'Left out: three years after the decision.' }),
  },
  stamped: {
    state: choice(
      'State',
      {
        preparing: 'Preparing',
        applied: 'Applied',
        certified: 'Certified',
        suspended: 'Suspended',
        ended: 'Ended',
      },
      'preparing',
      { column: true },
    ),
    appliedAt: day('Applied on'),
    certifiedAt: day('Certified on'),
    endedReason: text('Why it was suspended or ended', { most: 2_000 }),
  },
  states: {
    field: 'state',
    frozen: ['ended'],
    moves: [
      { from: ['preparing'], to: 'applied', label: 'Applied', stamps: { appliedAt: 'now' } },
      {
        from: ['applied', 'suspended'],
        to: 'certified',
        label: 'Certified',
        permission: 'certification:manage',
        stamps: { certifiedAt: 'now' },
      },
      {
        from: ['certified'],
        to: 'suspended',
        label: 'Suspended',
        permission: 'certification:manage',
        asksReason: true,
        stamps: { endedReason: 'reason' },
      },
      {
        from: ['preparing', 'applied', 'certified', 'suspended'],
        to: 'ended',
        label: 'Ended',
        permission: 'certification:manage',
        asksReason: true,
        stamps: { endedReason: 'reason' },
      },
    ],
  },
  words: {
    sentence: 'The way to the certificate, and the three years it is valid.',
    add: 'Add a certification cycle',
    edit: 'Edit the cycle',
    empty:
      'A cycle runs from the application over stage 1, stage 2 and two surveillances to recertification. Add one and make its plan: it says when the certificate can be expected, and how sure that is.',
  },
})

export const externalAuditRegister = defineRegister(headOf('external_audit'), {
  fields: {
    certificationId: requiredReference('Cycle', 'certification'),
    kind: choice('Which', externalAuditKinds, 'stage1', { column: true }),
    title: text('Title', { isRequired: true, column: true }),
    startsAt: requiredDay('From', { column: true }),
    endsAt: requiredDay('Until', { column: true }),
    days: number('Auditor days', { least: 0, most: 200 }),
    auditor: text('Auditors', { most: 500 }),
    conclusion: longText('What the body concluded', { most: 5_000 }),
  },
  stamped: {
    state: choice('State', { planned: 'Planned', held: 'Held', passed: 'Passed', failed: 'Not passed' }, 'planned', {
      column: true,
    }),
    heldAt: day('Held on'),
    passedAt: day('Concluded on'),
  },
  states: {
    field: 'state',
    frozen: ['passed', 'failed'],
    moves: [
      { from: ['planned'], to: 'held', label: 'Held', stamps: { heldAt: 'now' } },
      { from: ['held'], to: 'passed', label: 'Passed', stamps: { passedAt: 'now' } },
      { from: ['held'], to: 'failed', label: 'Not passed', asksReason: true, stamps: { passedAt: 'now' } },
    ],
  },
  parent: 'certificationId',
  words: {
    sentence: 'Audits of the certification body.',
    add: 'Add an audit of the body',
    edit: 'Edit the audit',
    empty: 'Stage 1 looks at readiness, stage 2 at what is done and works. Surveillances follow each year.',
  },
})

export const externalFindingRegister = defineRegister(headOf('external_finding'), {
  fields: {
    externalAuditId: requiredReference('Audit', 'external_audit'),
    title: text('Finding, in one sentence', { isRequired: true, most: 500, column: true }),
    grade: choice(
      'Grade',
      { major: 'Major', minor: 'Minor', concern: 'Area of concern', opportunity: 'Opportunity' },
      'minor',
      { column: true, bearing: { major: 'bad', minor: 'warning', concern: 'warning' } },
    ),
    requirements: list('Requirements', { suggested: 'requirements', column: true }),
    seen: longText('Evidence', { most: 5_000 }),
    gap: longText('Gap', { most: 2_000 }),
    ownerId: reference('Owner', 'person', { column: true }),
    termAt: day('Term of the body', {
      column: true,
      help: 'Of a major: verified by then. Of a minor: the plan accepted by then.',
    }),
    planAcceptedAt: day('Plan accepted on'),
    verifiedAt: day('Verified on'),
  },
  stamped: { nonconformityId: reference('Nonconformity', 'nonconformity') },
  computed: {
    clockAt: day('Clock ends on', { column: true }),
    isMet: flag('In time', false),
  },
  parent: 'externalAuditId',
  held: { while: ['passed', 'failed'] },
  work: [{ what: 'Meet the term of', due: 'clockAt', owner: 'ownerId', unless: { isMet: [true] }, onlyWithDay: true }],
  words: {
    sentence: 'What the certification body found.',
    add: 'Add a finding of the body',
    edit: 'Edit the finding',
    empty:
      'A major has to be corrected and verified before the decision, a minor needs an accepted plan. Each opens a nonconformity by itself.',
  },
})

export const planTaskRegister = defineRegister(headOf('plan_task'), {
  fields: {
    certificationId: requiredReference('Cycle', 'certification'),
    title: text('Task', { isRequired: true, most: 300, column: true }),
    phase: choice('Phase', planPhases, 'build', { column: true }),
    ownerId: reference('Owner', 'person', { column: true }),
    plannedDays: requiredNumber('Planned days', { least: 1, most: 1_000, isWhole: true, unit: 'days', column: true }),
    after: list('After', { help: 'Tasks that have to be done before it begins: PT-3.', column: true }),
    startedAt: day('Begun on'),
    doneAt: day('Done on', { column: true }),
  },
  computed: { isDone: flag('Done', false) },
  parent: 'certificationId',
  doneBy: { field: 'doneAt' },
  words: {
    sentence: 'The tasks on the way to the certificate, and what each waits for.',
    add: 'Add a task',
    edit: 'Edit the task',
    empty:
      'The plan comes from a usual year of a small company; change it to yours. What is done teaches the forecast how long the rest will take.',
  },
})
