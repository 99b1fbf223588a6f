import {
  choice,
  longText,
  money,
  number,
  reference,
  requiredReference,
  requiredTime,
  text,
  time,
} from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { regimeLabels, standingWords } from './notification-clock.ts'

export const incidentEntryRegister = defineRegister(headOf('incident_entry'), {
  fields: {
    incidentId: requiredReference('Incident', 'incident'),
    at: requiredTime('When', { column: true, isUsuallyNow: true }),
    title: text('What was seen, decided or done', { isRequired: true, most: 2_000, column: true }),
    source: text('Source', { most: 500, column: true, help: 'A log, a ticket, a person.' }),
  },
  stamped: { writtenByName: text('Written by', { isRequired: true, column: true }) },
  parent: 'incidentId',
  order: 'at',
  held: { while: ['closed', 'event'] },
  made: { writtenByName: 'actorName' },
  isOnce: true,
  words: {
    sentence: 'What happened when, as it became known.',
    add: 'Add to the time line',
    edit: 'Edit the entry',
    empty:
      'Write down what is seen and decided while it happens. An entry stays as it was written; a later one corrects it.',
  },
})

export const incidentNotificationRegister = defineRegister(headOf('incident_notification'), {
  fields: {
    incidentId: requiredReference('Incident', 'incident'),
    regime: choice('Obligation to tell', regimeLabels, 'gdpr_authority', { column: true }),
    title: text('Whom to tell', { isRequired: true, column: true }),
    applies: choice('Does it apply?', { yes: 'Yes, tell them', no: 'No, not needed' }, 'yes', { column: true }),
    why: longText('Why it applies, or why not', { isRequired: true, most: 2_000 }),
    obligationId: reference('Obligation', 'obligation', { help: 'The contract or law that asks for it.' }),
    hours: number('Hours from awareness', {
      isWhole: true,
      least: 1,
      most: 8_760,
      help: 'What the contract says; laws bring their own.',
    }),
    toldAt: time('Told at', { column: true }),
    proof: text('How they were told', { most: 500, help: 'Reference of the report, the mail, the call.' }),
  },
  stamped: { dueAt: requiredTime('Due', { column: true }) },
  made: { dueAt: 'now' },
  computed: {
    standing: choice('How it stands', standingWords, 'running', {
      column: true,
      bearing: { soon: 'warning', late: 'bad', met: 'good', met_late: 'late' },
    }),
  },
  parent: 'incidentId',
  held: { while: ['closed', 'event'] },
  words: {
    sentence: 'Who had to be told of an incident by when, and whether they were.',
    add: 'Decide on a notification',
    edit: 'Edit the notification',
    empty:
      'Decide for each obligation whether it applies, with a reason. Clocks run from when the incident was noticed.',
  },
})

export const incidentRiskRegister = defineRegister(headOf('incident_risk'), {
  fields: {
    incidentId: requiredReference('Incident', 'incident'),
    riskId: requiredReference('Risk', 'risk', { column: true }),
    title: text('How it came true', { isRequired: true, most: 300, column: true }),
    kind: choice('What it was', { loss: 'A loss event', near_miss: 'A near miss' }, 'loss', { column: true }),
    lossMinor: money('Loss on this risk', {
      column: true,
      help: 'Its part of what the incident cost; leave it empty while that is not known.',
    }),
  },
  stamped: { occurrenceId: reference('Occurrence', 'risk_occurrence') },
  parent: 'incidentId',
  held: { while: ['closed', 'event'] },
  words: {
    sentence: 'Risks that came true in incidents; each is an occurrence that the estimate is held against.',
    add: 'Confirm against a risk',
    edit: 'Edit what it was on this risk',
    empty:
      'Which risk of the register came true, or nearly did? Confirming it records an occurrence once, and may propose another estimate.',
  },
})

export const incidentControlRegister = defineRegister(headOf('incident_control'), {
  fields: {
    incidentId: requiredReference('Incident', 'incident'),
    controlId: requiredReference('Control', 'control', { column: true }),
    title: text('What it did or failed to do', { isRequired: true, most: 500, column: true }),
    outcome: choice('Outcome', { failed: 'Failed', missing: 'Was missing', held: 'Held' }, 'failed', {
      column: true,
      bearing: { failed: 'bad', missing: 'bad', held: 'good' },
    }),
  },
  parent: 'incidentId',
  held: { while: ['closed', 'event'] },
  words: {
    sentence: 'Controls that failed, were missing or held in incidents.',
    add: 'Add a control',
    edit: 'Edit what the control did',
    empty: 'Which control should have prevented or noticed it? One that failed deserves a corrective action.',
  },
})
