import {
  choice,
  day,
  flag,
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
import { kpiWords } from './kpi-catalogue.ts'
import { metricBearing, metricStandings } from './metric-standing.ts'

export const metricRegister = defineRegister(headOf('metric'), {
  fields: {
    title: text('Metric', {
      isRequired: true,
      most: 300,
      column: true,
      placeholder: 'Staff with phishing-resistant keys',
    }),
    purpose: longText('What it is for', {
      most: 2_000,
      help: 'Which objective, control, process or risk it tells about.',
    }),
    formula: longText('Formula in words', { isRequired: true, most: 2_000 }),
    unit: text('Unit', { isRequired: true, most: 50, placeholder: '%' }),
    source: text('Where the figures come from', { isRequired: true, most: 500 }),
    kpi: choice('Measured by', { ...kpiWords }, 'none', {
      help: 'Figures that Sinew works out itself, or how others come in.',
    }),
    cadenceDays: requiredNumber('Measured every', { isWhole: true, least: 1, most: 1_095, unit: 'days' }),
    direction: choice('Better is', { higher: 'Higher', lower: 'Lower' }, 'higher'),
    target: requiredNumber('Target', { column: true, unitIn: 'unit' }),
    warning: number('Warning beyond', { unitIn: 'unit' }),
    alarm: number('Alarm beyond', { unitIn: 'unit' }),
    measurerId: requiredReference('Who measures', 'person'),
    ownerId: requiredReference('Who evaluates', 'person', { column: true }),
    validity: longText('Why it measures what it should', { most: 2_000 }),
  },
  stamped: {
    status: choice('Status', { active: 'Measured', retired: 'Retired' }, 'active'),
  },
  computed: {
    standing: choice('How it stands', { ...metricStandings, retired: 'Retired' }, 'never', {
      column: true,
      bearing: metricBearing,
    }),
    newestValue: number('Newest value', { column: true, unitIn: 'unit' }),
    measuredAt: day('Measured', { column: true }),
    dueAt: day('Next value due', { column: 'hidden' }),
    isUnjudged: flag('Newest value not judged yet', false, { column: 'hidden', bearing: 'warning' }),
  },
  states: {
    field: 'status',
    frozen: ['retired'],
    moves: [
      { from: ['active'], to: 'retired', label: 'Retire', permission: 'objective:manage', asksReason: true },
      { from: ['retired'], to: 'active', label: 'Measure again', permission: 'objective:manage' },
    ],
  },
  words: {
    sentence: 'What is measured, how often, against which thresholds, and how it stands.',
    add: 'Define a metric',
    edit: 'Edit the metric',
    empty:
      'A metric says what is measured, from which source, how often, who judges it, and what is good enough. Begin with those that Sinew works out by itself.',
  },
})

export const metricValueRegister = defineRegister(headOf('metric_value'), {
  fields: {
    metricId: requiredReference('Metric', 'metric'),
    value: requiredNumber('Value'),
    measuredAt: requiredDay('Measured', { column: true, isUsuallyNow: true }),
    source: text('Source', { most: 500, column: 'hidden' }),
    note: longText('Note', { most: 2_000 }),
    correctsId: reference('Corrects', 'metric_value', {
      column: true,
      help: 'The value that this one takes the place of.',
    }),
    reason: text('Why it is corrected', { most: 500 }),
  },
  stamped: {
    title: text('Value'),
    takenBy: text('Recorded by', { column: true }),
    origin: choice(
      'How it came',
      { hand: 'By hand', pushed: 'Pushed by a program', computed: 'Worked out by Sinew' },
      'hand',
      { column: true },
    ),
  },
  computed: { isCorrected: flag('Corrected since', false, { column: true }) },
  parent: 'metricId',
  order: '-measuredAt',
  held: { while: ['retired'] },
  made: { takenBy: 'actorName' },
  isOnce: true,
  words: {
    sentence: 'What was measured; a correction is a new value that names the old one.',
    add: 'Record a value',
    edit: 'A value stays as it was measured',
    empty:
      'Nothing was measured yet, and what is not measured counts as not met. Record a value, or push it from where it arises.',
  },
})

export const metricEvaluationRegister = defineRegister(headOf('metric_evaluation'), {
  fields: {
    metricId: requiredReference('Metric', 'metric'),
    title: text('What the values say', { isRequired: true, most: 2_000, column: true }),
    action: longText('What follows from it', {
      isRequired: true,
      most: 2_000,
      help: 'An action, or why none is needed.',
    }),
  },
  stamped: {
    evaluatedAt: requiredDay('Evaluated', { column: true }),
    evaluatorId: reference('Evaluated by', 'person', { column: true }),
    valueId: reference('Newest value then', 'metric_value'),
    stood: choice('How it stood', { ...metricStandings, retired: 'Retired' }, 'never', {
      column: true,
      bearing: metricBearing,
    }),
  },
  parent: 'metricId',
  order: '-evaluatedAt',
  made: { evaluatedAt: 'now', evaluatorId: 'actor' },
  isOnce: true,
  words: {
    sentence: 'Who judged the values of a metric, with which conclusion.',
    add: 'Evaluate',
    edit: 'An evaluation stays as it was given',
    empty: 'Figures without a judgement are a common nonconformity. Say what the values tell and what follows from it.',
  },
})
