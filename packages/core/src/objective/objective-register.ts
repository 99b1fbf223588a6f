import { type Refusal, refuse } from '../refusal.ts'
import {
  choice,
  day,
  longText,
  reference,
  requiredDay,
  requiredNumber,
  requiredReference,
  text,
} from '../register/field.ts'
import { defineRegister, type Move, type RecordOf } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { type MetricStanding, metricBearing, metricStandings } from './metric-standing.ts'

/** An objective without measure, target, plan, owner or date is a wish: none of them may be left out. */
export const objectiveRegister = defineRegister(headOf('objective'), {
  fields: {
    title: text('Objective', {
      isRequired: true,
      most: 500,
      column: true,
      placeholder: 'By 30 June all staff sign in with phishing-resistant keys',
    }),
    measure: text('Measured by', { isRequired: true, most: 500, help: 'What is looked at, in words.' }),
    metricId: reference('Metric that measures it', 'metric', {
      column: true,
      help: 'With a metric, how the objective stands follows from its newest value.',
    }),
    baseline: text('Where it starts from', { most: 300 }),
    target: requiredNumber('Target', { column: true, unitIn: 'unit' }),
    unit: text('Unit', { isRequired: true, most: 50, placeholder: '%' }),
    plan: longText('Plan: what is done', { isRequired: true, most: 10_000 }),
    resources: longText('Resources', { isRequired: true, most: 2_000 }),
    ownerId: requiredReference('Owner', 'person', { column: true }),
    dueAt: requiredDay('Due', { column: true }),
    evaluation: longText('How it is judged, and by whom', { isRequired: true, most: 2_000 }),
  },
  stamped: {
    status: choice('Status', { open: 'Open', met: 'Met', missed: 'Missed', dropped: 'Dropped' }, 'open', {
      column: true,
    }),
    closedAt: day('Closed'),
    closerId: reference('Closed by', 'person'),
    outcome: longText('How it was judged'),
  },
  computed: {
    standing: choice(
      'How it stands',
      {
        overdue: 'Overdue',
        unmeasured: 'No metric measures it',
        ...metricStandings,
        closed: 'Closed',
      },
      'unmeasured',
      { column: true, bearing: { ...metricBearing, overdue: 'late', unmeasured: 'unknown' } },
    ),
  },
  states: {
    field: 'status',
    frozen: ['met', 'missed', 'dropped'],
    moves: [
      ...(['met', 'missed', 'dropped'] as const).map((to) => ({
        from: ['open'],
        to,
        label: { met: 'Met', missed: 'Missed', dropped: 'Drop' }[to],
        permission: 'objective:manage' as const,
        asksReason: true,
        question: to === 'dropped' ? 'Why is it no longer pursued?' : 'How was that judged?',
        stamps: { closedAt: 'now', closerId: 'actor', outcome: 'reason' } as const,
      })),
      {
        from: ['met', 'missed', 'dropped'],
        to: 'open',
        label: 'Take up again',
        permission: 'objective:manage',
        asksReason: true,
        stamps: { closedAt: null, closerId: null },
      },
    ],
  },
  words: {
    sentence: 'What information security is to achieve, by when, and how far it is.',
    add: 'Set an objective',
    edit: 'Edit the objective',
    empty:
      'An objective says what is to be reached, measured how, until when, by whom and with what. “Improve security” is none: nobody can tell when it is reached.',
  },
})

/** An objective is met when its metric says so now: a value that is late or missing meets nothing. */
export function objectiveRefusals(
  record: Pick<RecordOf<typeof objectiveRegister>, 'metricId'>,
  { to }: Pick<Move, 'to'>,
  standing: MetricStanding | null,
): readonly Refusal[] {
  if (to !== 'met' || record.metricId === null || standing === 'on_target') return []
  const now = standing === null ? 'is not measured' : `says “${metricStandings[standing].toLowerCase()}”`
  return refuse('not_on_target', `Its metric ${now}: an objective is met when a value that is not late is on target.`)
}
