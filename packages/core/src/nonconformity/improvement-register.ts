import { choice, day, longText, reference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const improvementRegister = defineRegister(headOf('improvement'), {
  fields: {
    title: text('Improvement', { isRequired: true, most: 500, column: true }),
    source: choice(
      'Where it came from',
      {
        idea: 'Idea of staff',
        audit: 'Audit',
        review: 'Management review',
        incident: 'Incident',
        customer: 'Customer',
        measurement: 'Measurement',
      },
      'idea',
      { column: true },
    ),
    benefit: longText('What gets better', { most: 2_000 }),
    ownerId: reference('Owner', 'person', { column: true }),
    dueAt: day('Due', { column: true }),
    result: longText('What it brought', { most: 2_000 }),
  },
  stamped: {
    state: choice(
      'State',
      { proposed: 'Proposed', accepted: 'Accepted', done: 'Done', rejected: 'Rejected' },
      'proposed',
      { column: true },
    ),
    decidedAt: day('Decided on'),
    decidedById: reference('Decided by', 'person'),
    doneAt: day('Done on'),
  },
  states: {
    field: 'state',
    frozen: ['done', 'rejected'],
    moves: [
      {
        from: ['proposed'],
        to: 'accepted',
        label: 'Accept',
        permission: 'finding:manage',
        stamps: { decidedAt: 'now', decidedById: 'actor' },
      },
      {
        from: ['proposed'],
        to: 'rejected',
        label: 'Reject',
        permission: 'finding:manage',
        asksReason: true,
        stamps: { decidedAt: 'now', decidedById: 'actor' },
      },
      { from: ['accepted'], to: 'done', label: 'Done', stamps: { doneAt: 'now' } },
    ],
  },
  work: [{ what: 'Do', due: 'dueAt', owner: 'ownerId', unless: { state: ['proposed', 'done', 'rejected'] } }],
  words: {
    sentence: 'What makes the ISMS better without anything being wrong.',
    add: 'Propose an improvement',
    edit: 'Edit the improvement',
    empty:
      'Write down what could be better, from audits, reviews, customers and staff. What is accepted gets an owner and a day; management reviews look at what came of it.',
  },
})
