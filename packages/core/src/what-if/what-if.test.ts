import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChainSnapshot, ControlInput } from '../chain/chain-snapshot.ts'
import type { ControlShares } from '../loss/price-risk.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { aControl, aNeed, aRisk, aSnapshot, day, million } from '../test/sample-chain.ts'
import { bestWithinBudget } from './best-within-budget.ts'
import { changedShares } from './changed-shares.ts'
import { costOfChange } from './cost-of-change.ts'
import { whatIfPricer } from './price-what-if.ts'
import { treatmentsOf } from './treatments.ts'
import { isSameWorld, noChange, treatedControls, type WhatIf, withControl } from './what-if.ts'

/** Ransomware costs 40 million a year for certain; each control halves how often it happens. */
const links = ['backup', 'training', 'segments'].map((controlId) => ({
  controlId,
  effect: 'frequency' as const,
  reduction: { low: 0.5, high: 0.5 },
}))
const control = (id: string, fields: Partial<ControlInput> = {}): ControlInput =>
  aControl({ id, ref: id, title: id, needs: [aNeed({ id: `need of ${id}` })], ...fields })
const chain = (fields: Partial<ChainSnapshot> = {}): ChainSnapshot =>
  aSnapshot({
    controls: [
      control('backup'),
      control('training', { implementation: 'planned', annualCostMinor: 2 * million }),
      control('segments', { implementation: 'partly', partlyShare: 0.5, annualCostMinor: 3 * million, needs: [] }),
    ],
    risks: [aRisk({ links })],
    ...fields,
  })
const action = (id: string, controlId: string, costMinor: number | null, doneAt: number | null = null) => ({
  ...{ id, number: 1, riskId: 'risk-1', controlId, title: id, ownerId: null, dueAt: day(90), doneAt, costMinor },
})

const changed = (whatIf: Partial<WhatIf>, snapshot = chain(), t = day(1)) =>
  whatIfPricer(snapshot, t).price({ ...noChange, ...whatIf })

describe('a changed world', () => {
  test.each<[string, Partial<WhatIf>, number]>([
    // what, the change, millions of a year: today the backup is proven, training planned, segments half there unproven.
    ['is today without a change', {}, 20],
    ['has the loss back of a control that stops', { controls: [{ controlId: 'backup', change: 'off' }] }, 40],
    ['has a treatment in place and proven', { controls: [{ controlId: 'training', change: 'done' }] }, 10],
    [
      'has as much of a control proven as is said',
      { controls: [{ controlId: 'backup', change: 'share', share: 0.4 }] },
      32,
    ],
    ['proves no more than is in place', { controls: [{ controlId: 'segments', change: 'share', share: 1 }] }, 15],
    ['has everything proven as claimed', { assurances: 'claimed' }, 15],
    ['has everything in place', { assurances: 'full' }, 5],
    [
      'has one control off though all others are in place',
      { assurances: 'full', controls: [{ controlId: 'backup', change: 'off' }] },
      10,
    ],
    [
      'is insured',
      {
        insurance: {
          per: 'event',
          deductibleMinor: 4 * million,
          limitMinor: 100 * million,
          premiumMinor: 0,
          riskIds: null,
        },
      },
      2,
    ],
    [
      'covers only what the policy covers',
      {
        insurance: { per: 'event', deductibleMinor: 0, limitMinor: 100 * million, premiumMinor: 0, riskIds: ['other'] },
      },
      20,
    ],
    // The proof of the backup runs out on day 180 and halves every 90 days.
    ['is older when it is looked at later', { aheadDays: 269 }, 30],
  ])('%s', (_, whatIf, millions) => {
    expect(changed(whatIf).changed.mean / million).toBeCloseTo(millions, 6)
    expect(changed(whatIf).today.mean / million).toBeCloseTo(20, 6)
  })

  test('says which risks change, and what is left after the cost', () => {
    const { risks, cost, netBenefitMinor } = changed({ controls: [{ controlId: 'training', change: 'done' }] })
    expect(risks).toEqual([
      { riskId: 'risk-1', todayMinor: expect.closeTo(20 * million), changedMinor: expect.closeTo(10 * million) },
    ])
    expect(cost.totalMinor).toBe(2 * million)
    expect(netBenefitMinor / million).toBeCloseTo(8, 6)
    expect(changed({}).risks).toEqual([])
  })

  test('is the same whatever was priced before it', () => {
    const pricer = whatIfPricer(chain(), day(1))
    const worlds: WhatIf[] = [
      noChange,
      { ...noChange, assurances: 'full' },
      {
        ...noChange,
        insurance: { per: 'year', deductibleMinor: million, limitMinor: 30 * million, premiumMinor: 0, riskIds: null },
      },
      { ...noChange, controls: [{ controlId: 'backup', change: 'off' }] },
    ]
    for (const world of [...worlds, ...worlds.toReversed()]) {
      const [one, fresh] = [pricer.price(world).changed, whatIfPricer(chain(), day(1)).price(world).changed]
      expect([one.mean, one.quantile(0.9), one.quantile(0.99)]).toEqual([
        fresh.mean,
        fresh.quantile(0.9),
        fresh.quantile(0.99),
      ])
    }
  })

  test('never helps by silence: looking further ahead, or stopping a control, never lowers a loss', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, fc.integer({ min: 0, max: 700 }), (snapshot, t, aheadDays) => {
        const pricer = whatIfPricer(snapshot, t)
        const now = pricer.price(noChange).changed.mean
        const slack = 1e-9 * Math.max(1, now)
        expect(pricer.price({ ...noChange, aheadDays }).changed.mean).toBeGreaterThanOrEqual(now - slack)
        for (const { id } of snapshot.controls) {
          const stopped = withControl(noChange, id, { controlId: id, change: 'off' })
          expect(pricer.price(stopped).changed.mean).toBeGreaterThanOrEqual(now - slack)
        }
      }),
      { numRuns: 30 },
    )
  }, 60_000)

  test('knows nothing of a control that is not there', () => {
    const shares: ControlShares = { applicable: true, claimedShare: 1, assurance: 1 }
    const of = changedShares({ ...noChange, assurances: 'full' }, (id) => (id === 'known' ? shares : undefined))
    expect([of('known'), of('unknown')]).toEqual([shares, undefined])
  })
})

describe('treatments', () => {
  test('are controls that a counted risk is linked to and that are not wholly in place', () => {
    expect(treatmentsOf(chain()).map(({ controlId }) => controlId)).toEqual(['training', 'segments'])
    expect(treatmentsOf(chain({ risks: [aRisk({ links, status: 'closed' })] }))).toEqual([])
    const excluded = chain({ controls: [control('training', { applicable: false, implementation: 'planned' })] })
    expect(treatmentsOf(excluded)).toEqual([])
  })

  test.each<[string, Partial<ChainSnapshot>, readonly (number | null)[]]>([
    ['the missing part of what the control costs', {}, [2, 1.5]],
    [
      'what its open actions cost, over three years, where nobody says what it costs',
      {
        controls: [control('training', { implementation: 'planned' })],
        actions: [
          action('a', 'training', 6 * million),
          action('b', 'training', 3 * million),
          action('c', 'training', 9 * million, day(0)),
        ],
      },
      [3],
    ],
    [
      'unknown otherwise',
      { controls: [control('training', { implementation: 'planned' })], actions: [action('a', 'training', null)] },
      [null],
    ],
  ])('cost %s', (_, fields, millions) => {
    const costs = treatmentsOf(chain(fields)).map(({ annualCostMinor }) => annualCostMinor)
    expect(costs.map((cost) => (cost === null ? null : cost / million))).toEqual(millions)
  })

  test('within a budget are the set that leaves the least, alone or with what else is changed', () => {
    const snapshot = chain()
    const pricer = whatIfPricer(snapshot, day(1))
    const best = (budget: number, whatIf: Partial<WhatIf> = {}) =>
      bestWithinBudget({ ...noChange, ...whatIf }, treatmentsOf(snapshot), budget * million, pricer)
    expect(best(1)).toMatchObject({ ids: [], method: 'exact' })
    // Both halve what is left; the cheaper of two that leave the same.
    expect(best(2)).toMatchObject({ ids: ['segments'], annualCost: 1.5 * million, value: expect.closeTo(10 * million) })
    expect(best(4).ids).toEqual(['training', 'segments'])
    expect(best(4, { controls: [{ controlId: 'training', change: 'done' }] }).ids).toEqual(['training', 'segments'])
  })

  test('are worth what they take off alone', () => {
    const worth = whatIfPricer(chain(), day(1)).worthOfEach(treatmentsOf(chain()))
    expect([...worth.values()].map((minor) => Math.round(minor / million))).toEqual([10, 10])
  })
})

describe('what a change costs', () => {
  test.each<[string, Partial<WhatIf>, number, readonly string[]]>([
    ['nothing for nothing', {}, 0, []],
    ['a treatment', { controls: [{ controlId: 'training', change: 'done' }] }, 2, []],
    ['the missing half', { controls: [{ controlId: 'segments', change: 'done' }] }, 1.5, []],
    [
      'saves what a stopped control costs, as far as it is there',
      { controls: [{ controlId: 'segments', change: 'off' }] },
      -1.5,
      [],
    ],
    ['says what nobody knows', { controls: [{ controlId: 'backup', change: 'off' }] }, 0, ['backup']],
    ['nothing for what is there already', { controls: [{ controlId: 'backup', change: 'done' }] }, 0, []],
    ['every treatment, where all is in place', { assurances: 'full' }, 3.5, []],
    [
      'the premium',
      { insurance: { per: 'year', deductibleMinor: 0, limitMinor: 1, premiumMinor: million, riskIds: null } },
      1,
      [],
    ],
  ])('%s', (_, whatIf, millions, unknown) => {
    const cost = costOfChange(chain(), { ...noChange, ...whatIf })
    expect(cost.totalMinor / million).toBeCloseTo(millions, 9)
    expect(cost.unknownControlIds).toEqual(unknown)
  })
})

describe('a what-if', () => {
  test('says one thing of each control', () => {
    const once = withControl(noChange, 'a', { controlId: 'a', change: 'off' })
    const twice = withControl(once, 'a', { controlId: 'a', change: 'done' })
    expect(treatedControls(once)).toEqual([])
    expect(treatedControls(twice)).toEqual(['a'])
    expect(withControl(twice, 'a', null).controls).toEqual([])
  })

  test('is the same whatever the order things were said in', () => {
    const a = { controlId: 'a', change: 'off' } as const
    const b = { controlId: 'b', change: 'share', share: 0.5 } as const
    expect(isSameWorld({ ...noChange, controls: [a, b] }, { ...noChange, controls: [b, a] })).toBe(true)
    expect(isSameWorld({ ...noChange, controls: [a] }, { ...noChange, controls: [b] })).toBe(false)
    expect(isSameWorld({ ...noChange, controls: [b] }, { ...noChange, controls: [{ ...b, share: 0.6 }] })).toBe(false)
    expect(isSameWorld(noChange, { ...noChange, aheadDays: 1 })).toBe(false)
  })
})
