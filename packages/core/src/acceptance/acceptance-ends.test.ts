import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AcceptanceInput, RiskLevel } from '../chain/chain-snapshot.ts'
import { riskLevels } from '../risk/risk-level.ts'
import { aMethodology, anAcceptance, day, million } from '../test/sample-chain.ts'
import { type AcceptanceGround, type AcceptanceSetting, acceptanceEnds } from './acceptance-ends.ts'

const setting: AcceptanceSetting = {
  methodology: aMethodology(),
  people: new Map([
    ['person-1', { name: 'J. Doe', active: true }],
    ['person-2', { name: 'A. Roe', active: true }],
  ]),
  currency: 'EUR',
}

// Pinned: €200k a year, high, methodology version 1, owned by J. Doe; 20 % more is material.
const ground = { ownerId: 'person-1', closed: false, provenLossMinor: 20 * million, level: 'high' } as const

describe('what ends an acceptance', () => {
  test.each<[string, AcceptanceGround, Partial<AcceptanceSetting>, number, readonly string[]]>([
    ['nothing', ground, {}, 10, []],
    ['a smaller loss at a lower level', { ...ground, provenLossMinor: million, level: 'low' }, {}, 10, []],
    ['20 % more', { ...ground, provenLossMinor: 24 * million }, {}, 10, []],
    [
      'a cent more than that, as money may have been rounded',
      { ...ground, provenLossMinor: 24 * million + 1 },
      {},
      10,
      [],
    ],
    ['clearly more', { ...ground, provenLossMinor: 24 * million + 2 }, {}, 10, ['loss_grew']],
    ['not a number', { ...ground, provenLossMinor: Number.NaN }, {}, 10, ['loss_grew']],
    ['a higher level', { ...ground, level: 'critical' }, {}, 10, ['level_rose']],
    ['no estimate any more', { ...ground, provenLossMinor: null, level: null }, {}, 10, ['not_estimated']],
    ['its last moment', ground, {}, 364.999, []],
    ['its time', ground, {}, 365, ['expired']],
    ['a new methodology', ground, { methodology: aMethodology({ version: 2 }) }, 10, ['methodology_changed']],
    ['another owner', { ...ground, ownerId: 'person-2' }, {}, 10, ['owner_changed']],
    ['no owner', { ...ground, ownerId: null }, {}, 10, ['owner_changed']],
    [
      'its owner left',
      ground,
      { people: new Map([['person-1', { name: 'J. Doe', active: false }]]) },
      10,
      ['owner_left'],
    ],
    ['its owner was removed', ground, { people: new Map() }, 10, ['owner_left']],
    ['the risk is gone', null, {}, 10, ['risk_gone']],
    ['the risk is closed: nothing but time', { ...ground, closed: true, level: 'critical', ownerId: null }, {}, 10, []],
    [
      'several at once',
      { ...ground, level: 'critical', provenLossMinor: 90 * million, ownerId: null },
      {},
      400,
      ['expired', 'level_rose', 'loss_grew', 'owner_changed'],
    ],
  ])('%s', (_what, now, changed, at, codes) => {
    const reasons = acceptanceEnds(anAcceptance(), now, { ...setting, ...changed }, day(at))
    expect(reasons.map((reason) => reason.code)).toEqual(codes)
  })

  test('the reasons are sentences', () => {
    const worse = { ownerId: 'person-2', closed: false, provenLossMinor: 41 * million, level: 'critical' } as const
    const changed = { ...setting, methodology: aMethodology({ version: 2 }) }
    expect(acceptanceEnds(anAcceptance(), worse, changed, day(366)).map((reason) => reason.message)).toEqual([
      'It expired on 1 Jan 2027.',
      'The proven level rose from high to critical.',
      'The proven expected yearly loss grew from €200k to €410k, by more than 20 %.',
      'It was given under methodology version 1; version 2 is in force.',
      'The risk passed from J. Doe to A. Roe.',
    ])
  })
})

describe('law 3: an acceptance reopens monotonically', () => {
  const level = fc.constantFrom<RiskLevel[]>(...riskLevels)
  const loss = fc.double({ min: 0, max: 1e12, noNaN: true })

  test('whatever gets worse, and however late it gets, no reason disappears', () => {
    const pinned: fc.Arbitrary<AcceptanceInput['pinned']> = fc.record({
      provenLossMinor: loss,
      level,
      methodologyVersion: fc.constantFrom(1, 2),
      ownerId: fc.constantFrom('person-1', 'person-2'),
    })
    const owner = fc.constantFrom('person-1', 'person-2', null)
    fc.assert(
      fc.property(
        pinned,
        loss,
        loss,
        level,
        level,
        owner,
        fc.nat(500),
        fc.nat(500),
        (pin, a, b, p, q, ownerId, day1, later) => {
          const acceptance = anAcceptance({ pinned: pin })
          const worst = riskLevels[Math.max(riskLevels.indexOf(p), riskLevels.indexOf(q))] ?? p
          const before = { ownerId, closed: false, provenLossMinor: Math.min(a, b), level: p }
          const after = { ownerId, closed: false, provenLossMinor: Math.max(a, b), level: worst }
          const codes = (state: AcceptanceGround, at: number) =>
            acceptanceEnds(acceptance, state, setting, at).map((reason) => reason.code)
          expect(codes(after, day(day1 + later))).toEqual(expect.arrayContaining(codes(before, day(day1))))
        },
      ),
      { numRuns: 2000 },
    )
  })
})
