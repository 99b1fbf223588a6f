import { choice, longText, reference, requiredDay, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

/** Whether climate change is a relevant issue. The newest decision is the one that holds; the older ones stay. */
export const climateDecisionRegister = defineRegister(headOf('climate_decision'), {
  fields: {
    isRelevant: choice('Is climate change a relevant issue?', { no: 'Not relevant', yes: 'Relevant' }, 'yes', {
      column: true,
    }),
    reasoning: longText('Why', {
      isRequired: true,
      most: 5_000,
      help: 'Heat, flood and storm at your sites and those of your suppliers, power, and what customers or authorities ask for. “Not relevant” needs its reasons too.',
    }),
    revisitAt: requiredDay('To be decided again by', { column: true }),
  },
  stamped: {
    title: text('Decision'),
    decidedAt: requiredDay('Decided', { column: true }),
    deciderId: reference('Decided by', 'person', { column: true }),
  },
  computed: {
    standing: choice(
      'Standing',
      { holds: 'Holds', overdue: 'Open again: to be decided anew', superseded: 'Superseded' },
      'holds',
      { column: true, bearing: { holds: 'good', overdue: 'late' } },
    ),
  },
  made: { decidedAt: 'now', deciderId: 'actor' },
  isOnce: true,
  work: [{ what: 'Decide again', due: 'revisitAt', owner: 'deciderId', unless: { standing: ['superseded'] } }],
  words: {
    sentence: 'Whether climate change is a relevant issue for information security, who decided so, and until when.',
    add: 'Decide on climate change',
    edit: 'A decision stays as it was',
    empty:
      'Since 2024 the standard asks whether climate change is a relevant issue. Decide yes or no, say why, and until when the decision holds: a reasoned “no” is fine, silence is not.',
  },
})
