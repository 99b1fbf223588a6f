import { choice, day, longText, reference, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const interestedPartyRegister = defineRegister(headOf('interested_party'), {
  fields: {
    name: text('Name', { isRequired: true, placeholder: 'Customers in health care', column: true }),
    kind: choice(
      'Kind',
      {
        customer: 'Customers',
        regulator: 'Regulators and authorities',
        owner: 'Owners and investors',
        staff: 'Staff',
        supplier: 'Suppliers and partners',
        insurer: 'Insurers',
        public: 'Neighbours and the public',
        other: 'Others',
      },
      'customer',
      { column: true },
    ),
    relevance: longText('Why they matter', { most: 2_000 }),
    ownerId: reference('Who keeps in touch', 'person', { column: true }),
    reviewAt: day('Next review', { column: true }),
  },
  work: [{ what: 'Review', due: 'reviewAt', owner: 'ownerId' }],
  words: {
    sentence: 'Who has a stake in how well information is kept, and what they ask for.',
    add: 'Add an interested party',
    edit: 'Edit the interested party',
    empty:
      'Name those whose wishes count: customers, authorities, owners, staff, suppliers. Then write down what each requires, and which of it the ISMS answers.',
  },
})

export const partyRequirementRegister = defineRegister(headOf('party_requirement'), {
  fields: {
    partyId: requiredReference('Interested party', 'interested_party'),
    title: text('Requirement', { isRequired: true, most: 500, column: true }),
    source: text('Where it is written', { most: 500, column: true, help: 'A contract, a law, a mail, a meeting.' }),
    isAddressed: choice(
      'Does the ISMS address it?',
      { undecided: 'Not decided yet', addressed: 'Yes', not_addressed: 'No' },
      'undecided',
      { column: true },
    ),
    answer: longText('How, or why not', { most: 2_000 }),
    obligationId: reference('Obligation', 'obligation', {
      column: true,
      help: 'What it became: an obligation justifies the controls that answer it.',
    }),
    isClimate: choice('About climate change?', { no: 'No', yes: 'Yes' }, 'no'),
  },
  parent: 'partyId',
  words: {
    sentence: 'What interested parties require, and what answers it.',
    add: 'Add a requirement',
    edit: 'Edit the requirement',
    empty: 'What does this party require of information security? Decide for each whether the ISMS addresses it.',
  },
})
