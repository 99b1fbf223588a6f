import { describe, expect, test } from 'vitest'
import { askRefusals, giveRefusals, isOpenRequest, mayLook, passRefusals, withdrawRefusals } from './estimator-rules.ts'
import { poolEstimates } from './pool-estimates.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('looking at what others said', () => {
  test.each([
    // can give, own status → may look
    [true, null, false],
    [true, 'withdrawn', false],
    [true, 'given', true],
    [true, 'passed', true],
    [false, null, true],
  ] as const)('may give %s, own %s: %s', (canGive, ownStatus, expected) => {
    expect(mayLook({ canGive, ownStatus })).toBe(expected)
  })
})

describe('an estimator', () => {
  const ada = { name: 'Ada', active: true, role: 'contributor' } as const

  test.each([
    ['gives', giveRefusals('treated', { active: true }), []],
    ['of a closed risk', giveRefusals('closed', { active: true }), ['risk-closed']],
    ['is nobody', giveRefusals('draft', null), ['estimator-unknown']],
    ['has left', giveRefusals('draft', { active: false }), ['estimator-unknown']],
    ['takes it back', withdrawRefusals('given'), []],
    ['has nothing to take back', withdrawRefusals('passed'), ['nothing-to-withdraw']],
    ['passes', passRefusals(null), []],
    ['passes after giving', passRefusals('given'), ['already-given']],
    ['is asked', askRefusals(ada), []],
    ['has left and is asked', askRefusals({ ...ada, active: false }), ['asked-has-left']],
    ['cannot sign in', askRefusals({ ...ada, role: null }), ['asked-cannot-sign-in']],
    ['only reads', askRefusals({ ...ada, role: 'auditor' }), ['asked-may-not-estimate']],
  ] as const)('%s', (_what, refusals, expected) => {
    expect(codes(refusals)).toEqual(expected)
  })

  test('owes an answer until they answered after being asked', () => {
    expect(isOpenRequest(100, null)).toBe(true)
    expect(isOpenRequest(100, 99)).toBe(true)
    expect(isOpenRequest(100, 100)).toBe(false)
  })
})

describe('a pool of estimates', () => {
  const member = (name: string, low: number, weight = 1) => ({
    name,
    frequency: { low, high: low * 10 },
    lossMinor: { low: low * 1_000_000, high: low * 100_000_000 },
    weight,
  })

  test('says who, how and with which weights', () => {
    const list = [member('Ada', 1), member('Ben', 1, 3)]
    expect(poolEstimates(list, 'mixture', 'equal')).toEqual({
      method: 'mixture',
      weighting: 'equal',
      frequency: { low: 1, high: 10 },
      lossMinor: { low: 1_000_000, high: 100_000_000 },
      shares: [
        { name: 'Ada', share: 0.5 },
        { name: 'Ben', share: 0.5 },
      ],
      basis:
        'Pool of 2 estimates (Ada 50 %, Ben 50 %): mixture of their distributions (linear opinion pool), each with the same weight.',
    })
    expect(poolEstimates(list, 'averaged', 'calibration')?.basis).toBe(
      'Pool of 2 estimates (Ada 25 %, Ben 75 %): geometric means of the ends of their ranges, weighted by their calibration on test questions.',
    )
  })

  test('needs two', () => {
    expect(poolEstimates([member('Ada', 1)], 'mixture', 'equal')).toBeNull()
  })
})
