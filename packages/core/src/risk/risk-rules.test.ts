import { describe, expect, test } from 'vitest'
import type { RiskStatus } from '../chain/chain-snapshot.ts'
import { deriveChain } from '../chain/derive-chain.ts'
import { aControl, aRisk, aSnapshot, day } from '../test/sample-chain.ts'
import { riskMoveRefusals } from './risk-rules.ts'
import { type RiskSituation, riskSituation } from './risk-situation.ts'

const ready: RiskSituation = {
  risk: aRisk({ status: 'draft' }),
  owner: { id: 'person-1', name: 'J. Doe', userId: 'user-1', active: true },
  controls: [{ id: 'control-1', ref: 'A.8.13' }],
  actions: [],
  hasValidAcceptance: true,
  provenLevel: 'high',
}

type Case = readonly [
  what: string,
  from: RiskStatus,
  to: RiskStatus,
  fields: Partial<RiskSituation>,
  codes: readonly string[],
]

const risk = (fields: Parameters<typeof aRisk>[0]) => ({ risk: aRisk(fields) })
const open = [{ number: 3, doneAt: null }]
const done = [{ number: 3, doneAt: day(1) }]

describe('draft → assessed → treated → accepted → closed', () => {
  const cases: readonly Case[] = [
    ['all there', 'draft', 'assessed', {}, []],
    ['no owner', 'draft', 'assessed', { ...risk({ ownerId: null }), owner: null }, ['risk-no-owner']],
    ['an owner nobody knows', 'draft', 'assessed', { owner: null }, ['risk-no-owner']],
    [
      'an owner who left',
      'draft',
      'assessed',
      { owner: { id: 'p', name: 'J. Doe', userId: null, active: false } },
      ['risk-owner-left'],
    ],
    ['no estimate', 'draft', 'assessed', { provenLevel: null }, ['risk-not-estimated']],
    ['no title', 'draft', 'assessed', risk({ title: '  ' }), ['risk-untitled']],
    ['a draft is not treated', 'draft', 'treated', {}, ['risk-move-not-allowed']],
    ['a draft is not accepted', 'draft', 'accepted', {}, ['risk-move-not-allowed']],
    ['back to draft', 'assessed', 'draft', { provenLevel: null }, []],
    ['modify with a control', 'assessed', 'treated', {}, []],
    ['modify without', 'assessed', 'treated', { controls: [] }, ['risk-modify-without-control']],
    ['no option', 'assessed', 'treated', risk({ treatment: null }), ['risk-no-option']],
    ['retain', 'assessed', 'treated', { ...risk({ treatment: 'retain' }), controls: [] }, []],
    ['avoid without an action', 'assessed', 'treated', risk({ treatment: 'avoid' }), ['risk-option-without-action']],
    ['avoid with one', 'assessed', 'treated', { ...risk({ treatment: 'avoid' }), actions: open }, []],
    ['share without an action', 'assessed', 'treated', risk({ treatment: 'share' }), ['risk-option-without-action']],
    ['not accepted by anybody', 'treated', 'accepted', { hasValidAcceptance: false }, ['risk-no-acceptance']],
    ['accepted', 'treated', 'accepted', {}, []],
    ['assessed again', 'accepted', 'assessed', {}, []],
    ['treated again', 'accepted', 'treated', {}, []],
    ['open actions', 'accepted', 'closed', { actions: [...open, { number: 5, doneAt: null }] }, ['risk-actions-open']],
    ['all done', 'accepted', 'closed', { actions: done }, []],
    ['without treatment', 'assessed', 'closed', risk({ treatment: null }), ['risk-no-option']],
    [
      'retained, high, not accepted',
      'treated',
      'closed',
      { ...risk({ treatment: 'retain' }), hasValidAcceptance: false },
      ['risk-retained-unaccepted'],
    ],
    [
      'retained, low, not accepted',
      'treated',
      'closed',
      { ...risk({ treatment: 'retain' }), hasValidAcceptance: false, provenLevel: 'low' },
      [],
    ],
    ['opened again', 'closed', 'assessed', {}, []],
    ['closed is not treated', 'closed', 'treated', {}, ['risk-move-not-allowed']],
    ['already there', 'treated', 'treated', {}, ['risk-already-there']],
  ]

  test.each(cases)('%s: %s → %s', (_what, from, to, fields, codes) => {
    const situation = { ...ready, ...fields, risk: { ...(fields.risk ?? ready.risk), status: from } }
    expect(riskMoveRefusals(situation, to, 'the service was switched off').map((refusal) => refusal.code)).toEqual(
      codes,
    )
  })

  test('closing takes a reason', () => {
    const closing = { ...ready, risk: aRisk({ status: 'treated' }) }
    expect(riskMoveRefusals(closing, 'closed').map((refusal) => refusal.code)).toEqual(['risk-close-without-reason'])
  })

  test('the open actions are named', () => {
    const closing = { ...ready, risk: aRisk({ status: 'treated' }), actions: [...open, { number: 5, doneAt: null }] }
    expect(riskMoveRefusals(closing, 'closed', 'gone')[0]?.message).toBe('Actions are still open: T-3, T-5.')
  })
})

describe('the situation of a risk', () => {
  test('is gathered from the snapshot: only applicable controls, only valid acceptances', () => {
    const snapshot = aSnapshot()
    const at = (chain: typeof snapshot, t: number) => riskSituation(chain, deriveChain(chain, t), 'risk-1')
    expect(at(snapshot, day(1))).toMatchObject({
      controls: [{ ref: 'A.8.13' }],
      hasValidAcceptance: true,
      owner: { name: 'J. Doe' },
      // Half an event a year of €400k: possible × severe.
      provenLevel: 'high',
    })
    expect(at(snapshot, day(400))?.hasValidAcceptance).toBe(false)
    const excluded = aSnapshot({ controls: [aControl({ applicable: false })] })
    expect(at(excluded, day(1))?.controls).toEqual([])
    expect(riskSituation(snapshot, deriveChain(snapshot, day(1)), 'nobody')).toBeUndefined()
  })
})
