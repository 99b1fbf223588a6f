import { choice, list, longText, money, number, reference, requiredTime, text, time } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { incidentCategories, incidentStates, personalDataWords, severityWords } from './incident-words.ts'

export const incidentRegister = defineRegister(headOf('incident'), {
  fields: {
    title: text('What happened', {
      isRequired: true,
      placeholder: 'Forged sign-in page, password typed',
      column: true,
    }),
    description: longText('More about it', { most: 20_000 }),
    category: choice('Category', incidentCategories, 'unsorted', { column: 'hidden' }),
    severity: choice('Severity', severityWords, 'undecided', { column: true }),
    hit: list('What was hit', {
      words: { confidentiality: 'Confidentiality', integrity: 'Integrity', availability: 'Availability' },
    }),
    personalData: choice('Personal data involved?', personalDataWords, 'unknown', { column: 'hidden' }),
    noticedAt: requiredTime('Noticed at', {
      isUsuallyNow: true,
      column: true,
      help: 'When somebody here became aware of it: clocks of notifications run from then.',
    }),
    occurredAt: time('Happened at', { help: 'As far as it is known.' }),
    assigneeId: reference('Who handles it', 'person', { column: true }),
    containment: longText('How it was contained', { section: 'Handling' }),
    recovery: longText('How the cause was removed and service restored'),
    cause: longText('Root cause', { section: 'Lessons', help: 'Why it could happen, beyond what triggered it.' }),
    lessons: longText('What was learned'),
    directLossMinor: money('Direct loss', { section: 'What it cost', help: 'Money, goods or revenue that went.' }),
    responseCostMinor: money('Cost of the response', { help: 'Hours, specialists, replacement.' }),
    finesMinor: money('Fines and damages'),
    otherLossMinor: money('Other cost'),
    noRiskReason: text('Why it belongs to no risk', {
      most: 500,
      help: 'Only where no risk of the register came true, not even nearly.',
    }),
  },
  stamped: {
    state: choice('State', incidentStates, 'reported', { column: true }),
    reportedAt: requiredTime('Reported at', { column: 'hidden' }),
    reportedByName: text('Reported by', { isRequired: true, column: 'hidden' }),
    triagedAt: time('Triaged at'),
    triagedById: reference('Triaged by', 'person'),
    containedAt: time('Contained at'),
    recoveredAt: time('Recovered at'),
    closedAt: time('Closed at', { column: 'hidden' }),
    closedById: reference('Closed by', 'person'),
  },
  computed: {
    totalLossMinor: money('Loss in all', { column: 'hidden' }),
    nextDueAt: time('To be told by', { column: true }),
    lateClocks: number('Late notifications', { isWhole: true, column: 'hidden' }),
  },
  made: { reportedAt: 'now', reportedByName: 'actorName' },
  work: [
    { what: 'Tell', due: 'nextDueAt', owner: 'assigneeId', onlyWithDay: true, unless: { state: ['closed', 'event'] } },
    {
      what: 'Handle',
      due: 'noticedAt',
      owner: 'assigneeId',
      unless: { state: ['recovered', 'lessons', 'closed', 'event'] },
    },
  ],
  states: {
    field: 'state',
    frozen: ['closed', 'event'],
    moves: [
      move(['reported', 'event'], 'incident', 'It is an incident', { triagedAt: 'now', triagedById: 'actor' }),
      {
        ...move(['reported'], 'event', 'An event only', { triagedAt: 'now', triagedById: 'actor' }),
        asksReason: true,
      },
      move(['incident'], 'contained', 'Contained', { containedAt: 'now' }),
      move(['contained'], 'recovered', 'Recovered', { recoveredAt: 'now' }),
      move(['recovered'], 'lessons', 'Lessons learned'),
      {
        ...move(['lessons'], 'closed', 'Close', { closedAt: 'now', closedById: 'actor' }),
        permission: 'incident:manage',
      },
      { ...move(['contained'], 'incident', 'Not contained after all', { containedAt: null }), asksReason: true },
      { ...move(['recovered', 'lessons'], 'contained', 'Not over yet', { recoveredAt: null }), asksReason: true },
      {
        ...move(['closed'], 'lessons', 'Open again', { closedAt: null, closedById: null }),
        permission: 'incident:manage',
        asksReason: true,
      },
    ],
  },
  words: {
    sentence: 'What went wrong or nearly did: who handles it, who has to be told by when, and what it taught.',
    add: 'Record an incident',
    edit: 'Edit the incident',
    empty:
      'Anybody here can report what they saw, in three questions. An empty log is no proof of a quiet year: the small things that are noticed and kept are.',
  },
})

function move(
  from: readonly string[],
  to: string,
  label: string,
  stamps: Readonly<Record<string, 'now' | 'actor' | null>> = {},
) {
  return { from, to, label, stamps }
}
