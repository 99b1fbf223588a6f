import { choice, day, number, reference, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

/** The worst first. */
export const promiseStandings = {
  broken: 'Not kept',
  late: 'Late',
  unproven: 'Unproven',
  kept: 'Kept',
} as const

export const promiseBearing = { broken: 'bad', late: 'late', unproven: 'unknown', kept: 'good' } as const

export const promiseRegister = defineRegister(headOf('document_promise'), {
  fields: {
    title: text('What is promised', {
      isRequired: true,
      most: 500,
      placeholder: 'Access rights are reviewed every quarter.',
      column: true,
    }),
    documentId: requiredReference('Document', 'document', { column: true }),
    controlId: reference('Control', 'control', { column: true, help: 'What shows whether the promise is kept.' }),
    needId: reference('Evidence need', 'evidence_need', {
      help: 'One need of the control; left out, all of them count.',
    }),
    cadenceDays: number('At least every', {
      isWhole: true,
      least: 1,
      most: 1_830,
      unit: 'days',
      help: 'Left out: the cadence of the evidence need.',
    }),
    ownerId: reference('Who keeps it', 'person', { column: true }),
  },
  computed: {
    standing: choice('Kept?', promiseStandings, 'unproven', { column: true, bearing: promiseBearing }),
    provenAt: day('Last shown', { column: 'hidden' }),
    dueAt: day('To be shown by', { column: 'hidden' }),
    because: text('Why', { column: true }),
  },
  work: [
    { what: 'Keep', due: 'provenAt', owner: 'ownerId', unless: { standing: ['kept', 'late', 'unproven'] } },
    { what: 'Show', due: 'dueAt', owner: 'ownerId', unless: { standing: ['kept', 'broken'] } },
  ],
  words: {
    sentence: 'What policies say is done, held against what evidence shows.',
    add: 'Add a promise',
    edit: 'Edit the promise',
    empty:
      'Mark a sentence of a document as a promise: “access is reviewed every quarter”. Tied to a control, it says from then on whether it is kept.',
  },
})
