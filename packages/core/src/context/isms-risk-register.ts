import { type Refusal, refuse } from '../refusal.ts'
import { choice, day, longText, reference, text } from '../register/field.ts'
import { defineRegister, type Move, type RecordOf } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

/** Risks and opportunities of the management system itself. */
export const ismsRiskRegister = defineRegister(headOf('isms_risk'), {
  fields: {
    title: text('What can happen', {
      isRequired: true,
      most: 300,
      column: true,
      placeholder: 'The only person who knows the ISMS leaves',
    }),
    kind: choice('Kind', { risk: 'Risk', opportunity: 'Opportunity' }, 'risk', { column: true }),
    effect: longText('What it would do to the ISMS', { most: 2_000 }),
    action: longText('What is done about it', { most: 2_000 }),
    ownerId: reference('Owner', 'person', { column: true }),
    dueAt: day('Due', { column: true }),
    worked: choice(
      'Did the action work?',
      { not_judged: 'Not judged yet', worked: 'Yes', partly: 'Partly', failed: 'No' },
      'not_judged',
      { column: true, bearing: { worked: 'good', partly: 'warning', failed: 'bad' } },
    ),
    judgement: longText('How that was seen', { most: 2_000 }),
  },
  stamped: {
    status: choice('Status', { open: 'Open', acted: 'Acted on', judged: 'Judged' }, 'open', { column: true }),
    judgedAt: day('Judged'),
    judgeId: reference('Judged by', 'person'),
  },
  states: {
    field: 'status',
    frozen: ['judged'],
    moves: [
      { from: ['open'], to: 'acted', label: 'Acted on' },
      {
        from: ['acted'],
        to: 'judged',
        label: 'Judge the effect',
        permission: 'context:manage',
        stamps: { judgedAt: 'now', judgeId: 'actor' },
      },
      {
        from: ['acted', 'judged'],
        to: 'open',
        label: 'Take up again',
        asksReason: true,
        stamps: { judgedAt: null, judgeId: null },
      },
    ],
  },
  work: [{ what: 'Act', due: 'dueAt', owner: 'ownerId', unless: { status: ['acted', 'judged'] } }],
  words: {
    sentence: 'What could make the ISMS itself fail or better, what is done about it, and whether that worked.',
    add: 'Add a risk or an opportunity',
    edit: 'Edit it',
    empty:
      'Not what threatens information, but what threatens the management system: no time, one person who knows it all, a merger; and what would make it better. Plan an action for each, and judge later whether it worked.',
  },
})

/** Why a risk or opportunity of the ISMS cannot take a step. */
export function ismsRiskRefusals(record: RecordOf<typeof ismsRiskRegister>, { to }: Move): readonly Refusal[] {
  if (to === 'acted' && record.action === '')
    return refuse('no_action', 'Nothing says what is done about it: write down the action first.')
  if (to === 'judged' && (record.worked === 'not_judged' || record.judgement === ''))
    return refuse('not_judged', 'Say first whether the action worked and how that was seen.')
  return []
}
