import { choice, day, list, longText, reference, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

/** Days within which a process of this rhythm has to run again; null where only an event starts it. */
export const rhythmDays = {
  continuous: 31,
  monthly: 31,
  quarterly: 92,
  half_yearly: 183,
  yearly: 366,
  on_event: null,
} as const

export const ismsProcessRegister = defineRegister(headOf('isms_process'), {
  fields: {
    name: text('Name', { isRequired: true, placeholder: 'Risk assessment', column: true }),
    purpose: longText('Purpose', { isRequired: true, most: 2_000 }),
    ownerId: reference('Process owner', 'person', { column: true }),
    inputs: list('Inputs'),
    outputs: list('Outputs'),
    criteria: longText('How to tell that it runs as it should', { most: 2_000 }),
    rhythm: choice(
      'Rhythm',
      {
        continuous: 'All the time',
        monthly: 'Monthly',
        quarterly: 'Quarterly',
        half_yearly: 'Half-yearly',
        yearly: 'Yearly',
        on_event: 'When something happens',
      },
      'yearly',
      { column: true },
    ),
    lastRunAt: day('Last ran', { column: true }),
  },
  computed: {
    run: choice('Runs', { never: 'Never ran', late: 'Late', on_time: 'On time' }, 'never', {
      column: true,
      bearing: { never: 'unknown', late: 'late', on_time: 'good' },
    }),
    nextRunAt: day('To run again by', { column: 'hidden' }),
  },
  work: [{ what: 'Run', due: 'nextRunAt', owner: 'ownerId', unless: { rhythm: ['on_event'] } }],
  words: {
    sentence: 'The processes of the ISMS, what goes into each, and what comes out.',
    add: 'Add a process',
    edit: 'Edit the process',
    empty:
      'Name what keeps the ISMS going: risk assessment, treatment, audit, review, incident handling. Say what each needs and what it gives, and they draw their own map.',
  },
})

export const processFeedRegister = defineRegister(headOf('process_feed'), {
  fields: {
    processId: requiredReference('Process', 'isms_process'),
    title: text('What it takes over', { isRequired: true, most: 300, column: true, placeholder: 'Audit findings' }),
    fromProcessId: requiredReference('From which process', 'isms_process', { column: true }),
  },
  parent: 'processId',
  words: {
    sentence: 'Which processes feed it, and with what.',
    add: 'Add what feeds it',
    edit: 'Edit what feeds it',
    empty: 'Which process gives this one what it works on? An auditor asks how the processes feed each other.',
  },
})
