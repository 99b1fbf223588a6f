import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ControlLink, LinkEffect } from '../chain/chain-snapshot.ts'
import { aRisk } from '../test/sample-chain.ts'
import { allLeft, expectedReduction, type Left, nothingLeft } from './effect.ts'
import { lognormalFrom90 } from './lognormal.ts'
import { lossLawOf } from './loss-law.ts'
import type { LossState } from './loss-state.ts'
import { type LossEstimate, priceRisk, probabilityAnEventExceeds } from './price-risk.ts'

type Estimate = {
  frequency: [number, number]
  loss: [number, number]
  cap?: number
  links?: readonly ControlLink[]
  saved?: number
}

const risk = ({ frequency, loss, cap, links = [], saved }: Estimate) =>
  aRisk({
    frequency: { low: frequency[0], high: frequency[1] },
    lossMinor: { low: loss[0], high: loss[1] },
    lossCapMinor: cap ?? null,
    links,
    ...(saved === undefined ? {} : { containedSaved: saved }),
  })

const link = (controlId: string, effect: LinkEffect, reduction: number): ControlLink => {
  return { controlId, effect, reduction: { low: reduction, high: reduction } }
}

function price(
  estimate: Estimate,
  assurances: Readonly<Record<string, number>> = {},
  maxReduction = 0.95,
): LossEstimate {
  const shares = (id: string) => ({ applicable: true, claimedShare: 1, assurance: assurances[id] ?? 0 })
  const priced = priceRisk(risk(estimate), shares, 'proven', { maxReduction })
  if (priced === null) throw new Error('not priced')
  return priced
}

describe('the closed form against published reference values', () => {
  const both = { loss: [20_000, 500_000] } as const
  // Mean and standard deviation of an independent lattice computation, checked by 1e6 simulated years.
  test.each<[string, LossEstimate, number, number]>([
    [
      'once in twenty years',
      price({ frequency: [0.05, 0.05], loss: [5_000, 200_000] }),
      2964.9102567892087,
      24863.834047985776,
    ],
    ['once a year', price({ frequency: [1, 1], loss: [...both.loss] }), 161397.57924286195, 260491.78585455898],
    [
      'capped at a million',
      price({ frequency: [0.6, 0.6], loss: [50_000, 2_000_000], cap: 1_000_000 }),
      255850.0621217537,
      417676.05884977704,
    ],
    [
      'uncertain rate 0.2 … 2',
      price({ frequency: [0.2, 2], loss: [...both.loss] }),
      130409.65807583032,
      256083.8078544993,
    ],
    [
      'frequency control 0.6 at 0.8',
      price({ frequency: [2, 2], loss: [...both.loss], links: [link('a', 'frequency', 0.6)] }, { a: 0.8 }),
      167853.48241257644,
      265650.53984060587,
    ],
    [
      'loss control 0.5 at 0.9',
      price({ frequency: [2, 2], loss: [...both.loss], links: [link('a', 'loss', 0.5)] }, { a: 0.9 }),
      177537.33716714816,
      202615.05904326792,
    ],
    [
      'two controls, limited to 0.95',
      price(
        { frequency: [2, 2], loss: [...both.loss], links: [link('a', 'frequency', 0.8), link('b', 'frequency', 0.9)] },
        { a: 0.9, b: 1 },
      ),
      16139.757924286208,
      82374.73550652376,
    ],
    [
      'a very heavy tail',
      price({ frequency: [0.3, 0.3], loss: [1_000, 1_000_000] }),
      86013.36741932793,
      1423803.3785311054,
    ],
  ])('%s', (_what, priced, mean, sd) => {
    expect(priced.expectedMinor / mean).toBeCloseTo(1, 11)
    expect(priced.sdMinor / sd).toBeCloseTo(1, 11)
  })
})

describe('prices that can be checked by hand', () => {
  // One event a year of 1,000; a control that halves.
  const certain = { frequency: [1, 1], loss: [1_000, 1_000] } as const
  const estimate = (links: readonly ControlLink[], cap?: number): Estimate => {
    return { frequency: [...certain.frequency], loss: [...certain.loss], links, ...(cap === undefined ? {} : { cap }) }
  }

  test.each<[string, Estimate, Readonly<Record<string, number>>, number]>([
    ['no control', estimate([]), {}, 1_000],
    ['half the events', estimate([link('a', 'frequency', 0.5)]), { a: 1 }, 500],
    ['half of each loss', estimate([link('a', 'loss', 0.5)]), { a: 1 }, 500],
    ['both by one control', estimate([link('a', 'frequency', 0.5), link('a', 'loss', 0.5)]), { a: 1 }, 250],
    ['half proven', estimate([link('a', 'frequency', 0.5)]), { a: 0.5 }, 750],
    ['not proven', estimate([link('a', 'frequency', 0.5)]), { a: 0 }, 1_000],
    ['two that halve', estimate([link('a', 'frequency', 0.5), link('b', 'frequency', 0.5)]), { a: 1, b: 1 }, 250],
    ['never below the limit', estimate([link('a', 'frequency', 1)]), { a: 1 }, 50],
    ['the limit counts in each direction', estimate([link('a', 'frequency', 1), link('a', 'loss', 1)]), { a: 1 }, 2.5],
    ['capped at 600, then halved', estimate([link('a', 'loss', 0.5)], 600), { a: 1 }, 300],
  ])('%s', (_what, given, assurances, expected) => {
    expect(price(given, assurances).expectedMinor).toBeCloseTo(expected, 6)
  })

  test('the four states, and what an excluded or unknown control counts in them', () => {
    const links = [link('a', 'frequency', 0.5)]
    const states = ['inherent', 'claimed', 'proven', 'target'] as const
    const all = (shares: Parameters<typeof priceRisk>[1]) =>
      states.map((state: LossState) =>
        Math.round(priceRisk(risk(estimate(links)), shares, state, { maxReduction: 0.95 })?.expectedMinor ?? -1),
      )
    expect(all(() => ({ applicable: true, claimedShare: 0.6, assurance: 0.2 }))).toEqual([1_000, 700, 900, 500])
    expect(all(() => ({ applicable: false, claimedShare: 0.6, assurance: 0.2 }))).toEqual([1_000, 1_000, 1_000, 1_000])
    expect(all(() => undefined)).toEqual([1_000, 1_000, 1_000, 1_000])
  })

  test('what is avoided has no event at its target', () => {
    const avoided = { ...risk(estimate([])), treatment: 'avoid' as const }
    const target = priceRisk(avoided, () => undefined, 'target', { maxReduction: 0.95 })
    expect(target).toMatchObject({ expectedMinor: 0, sdMinor: 0, ratePerYear: 0 })
    const claimed = priceRisk(avoided, () => undefined, 'claimed', { maxReduction: 0.95 })
    expect(claimed?.expectedMinor).toBeCloseTo(1_000, 6)
  })

  test.each([
    ['no frequency', { frequency: null }],
    ['no loss', { lossMinor: null }],
    ['upside down', { frequency: { low: 2, high: 1 } }],
    ['zero', { frequency: { low: 0, high: 1 } }],
    ['a cap at nothing', { lossCapMinor: 0 }],
    ['a spread beyond numbers', { lossMinor: { low: 1e-300, high: 1e300 } }],
  ])('%s: no price, never a wrong one', (_what, fields) => {
    expect(priceRisk(aRisk(fields), () => undefined, 'inherent', { maxReduction: 0.95 })).toBeNull()
  })

  test('a control that halves an uncertain rate gives the law of half that rate, in every figure', () => {
    const halved = price(
      { frequency: [0.2, 2], loss: [20_000, 500_000], links: [link('a', 'frequency', 0.5)] },
      { a: 1 },
    )
    const half = price({ frequency: [0.1, 1], loss: [20_000, 500_000] })
    for (const figure of ['expectedMinor', 'sdMinor', 'ratePerYear', 'eventMinor'] as const) {
      expect(halved[figure] / half[figure]).toBeCloseTo(1, 12)
    }
  })

  test('links in any order give the same bits', () => {
    const links = [0.1, 0.2, 0.3, 0.37].map((reduction, i) => link(`control-${i}`, 'frequency', reduction))
    const assurances = { 'control-0': 0.9, 'control-1': 0.7, 'control-2': 0.3, 'control-3': 0.1 }
    const orders = [links, links.toReversed(), [...links.slice(2), ...links.slice(0, 2)]]
    const losses = orders.map((order) => price(estimate(order), assurances).expectedMinor)
    expect(new Set(losses).size).toBe(1)
    // Multiplied as they come, they would not.
    const products = orders.map((order) =>
      order.reduce((left, { controlId, reduction }) => {
        return left * (1 - assurances[controlId as keyof typeof assurances] * reduction.low)
      }, 1),
    )
    expect(new Set(products).size).toBeGreaterThan(1)
  })

  test('the midpoint of the interval is what a control is expected to take away', () => {
    expect(expectedReduction({ low: 0.2, high: 0.6 })).toBeCloseTo(0.4, 12)
    expect(expectedReduction({ low: 0.9, high: 1.5 })).toBe(1)
    expect(expectedReduction({ low: -1, high: 0 })).toBe(0)
    expect(expectedReduction({ low: Number.NaN, high: 1 })).toBe(0)
  })
})

describe('the probability that at least one event of a year costs more than x', () => {
  const law = (estimate: Estimate) => {
    const made = lossLawOf(risk(estimate))
    if (made === null) throw new Error('no law')
    return made
  }
  const none = { frequency: allLeft, loss: allLeft, uncontained: allLeft, saved: 0 }
  const half: Left = { mean: 0.5, meanSquare: 0.25, sharesCountFor: 1 }

  test('at the median of the loss half of the events count: 1 − e^(−1/2)', () => {
    const made = law({ frequency: [1, 1], loss: [10_000, 1_000_000] })
    expect(probabilityAnEventExceeds(made, none, 100_000)).toBeCloseTo(1 - Math.exp(-0.5), 11)
    expect(probabilityAnEventExceeds(made, none, 1_000_000)).toBeCloseTo(1 - Math.exp(-0.05), 11)
  })

  test('halving each loss is like asking for twice the amount', () => {
    const made = law({ frequency: [0.5, 3], loss: [10_000, 1_000_000] })
    expect(probabilityAnEventExceeds(made, { ...none, loss: half }, 50_000)).toBeCloseTo(
      probabilityAnEventExceeds(made, none, 100_000),
      13,
    )
  })

  test('nothing costs more than the cap; everything costs more than nothing', () => {
    const capped = law({ frequency: [1, 1], loss: [10_000, 1_000_000], cap: 500_000 })
    expect(probabilityAnEventExceeds(capped, none, 500_000)).toBe(0)
    expect(probabilityAnEventExceeds(capped, none, 499_999)).toBeGreaterThan(0.07)
    expect(probabilityAnEventExceeds(capped, none, 0)).toBeCloseTo(1 - Math.exp(-1), 11)
    expect(probabilityAnEventExceeds(capped, { ...none, frequency: nothingLeft }, 1)).toBe(0)
    expect(probabilityAnEventExceeds(capped, { ...none, loss: nothingLeft }, 1)).toBe(0)
  })

  test('agrees with a sum over the rates, for spreads from none to five hundred times', () => {
    for (const spread of [1, 2, 20, 500]) {
      const made = law({ frequency: [1, spread], loss: [10_000, 1_000_000] })
      const { mu, sigma } = lognormalFrom90({ low: 1, high: spread }) ?? { mu: 0, sigma: 0 }
      // A plain midpoint sum over ±10 standard deviations with 200,000 cells.
      const cells = 200_000
      let sum = 0
      for (let i = 0; i < cells; i++) {
        const z = -10 + (20 * (i + 0.5)) / cells
        sum += Math.exp((-z * z) / 2 - 0.5 * Math.exp(mu + sigma * z))
      }
      const expected = 1 - (sum * 20) / cells / Math.sqrt(2 * Math.PI)
      expect(probabilityAnEventExceeds(made, none, 100_000)).toBeCloseTo(expected, 10)
    }
  })
})

describe('more assurance never costs more', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true })
  test('in loss, rate, event or probability', () => {
    fc.assert(
      fc.property(
        share,
        share,
        share,
        share,
        fc.constantFrom('frequency', 'loss', 'response'),
        (a, b, other, reduction, effect) => {
          const estimate: Estimate = {
            frequency: [0.2, 2],
            loss: [20_000, 500_000],
            saved: 0.7,
            links: [link('a', effect, reduction), link('b', 'frequency', 0.5)],
          }
          const less = price(estimate, { a: Math.min(a, b), b: other })
          const more = price(estimate, { a: Math.max(a, b), b: other })
          expect(more.expectedMinor).toBeLessThanOrEqual(less.expectedMinor)
          expect(more.ratePerYear).toBeLessThanOrEqual(less.ratePerYear)
          expect(more.eventMinor).toBeLessThanOrEqual(less.eventMinor)
        },
      ),
    )
  })
})

describe('a control that contains events', () => {
  const estimate = (saved?: number): Estimate => ({
    frequency: [2, 2],
    loss: [1_000, 1_000],
    links: [link('a', 'response', 0.5)],
    ...(saved === undefined ? {} : { saved }),
  })

  test('leaves each event whole or saved of a part: the mean is that of the mixture, the spread is not that of a scaling', () => {
    const priced = price(estimate(0.8), { a: 1 })
    // 2 · (½ · 1,000 + ½ · 200) and 2 · (½ · 1,000² + ½ · 200²).
    expect(priced.expectedMinor).toBeCloseTo(1_200, 9)
    expect(priced.sdMinor).toBeCloseTo(Math.sqrt(2 * 0.5 * (1_000_000 + 40_000)), 9)
    expect(priced).toMatchObject({ containment: 0.5, lossReduction: 0, frequencyReduction: 0 })
  })

  test('saves nothing while nobody has said what containing saves', () => {
    expect(price(estimate(), { a: 1 }).expectedMinor).toBeCloseTo(2_000, 9)
  })

  test('lets events pass that it misses: one that costs more than an amount still may', () => {
    const law = lossLawOf(risk(estimate(0.8)))
    if (law === null) throw new Error('no law')
    const uncontained = { mean: 0.5, meanSquare: 0.25, sharesCountFor: 1 }
    const left = { frequency: allLeft, loss: allLeft, uncontained, saved: 0.8 }
    expect(probabilityAnEventExceeds(law, left, 500)).toBeCloseTo(1 - Math.exp(-1), 12)
  })

  test('counts only for the part of the exposure that it reaches', () => {
    const half: Estimate = { ...estimate(0.8), links: [{ ...link('a', 'response', 0.5), coverage: 0.5 }] }
    expect(price(half, { a: 1 }).containment).toBeCloseTo(0.25, 12)
  })
})

describe('other laws of an estimate', () => {
  const shaped = (fields: Parameters<typeof aRisk>[0]) => {
    const priced = priceRisk(aRisk({ links: [], ...fields }), () => undefined, 'inherent', { maxReduction: 0.95 })
    if (priced === null) throw new Error('not priced')
    return priced
  }

  test('at most one event a year: a chance, with the spread of one', () => {
    const priced = shaped({
      frequency: { low: 0.3, high: 0.3 },
      frequencyShape: { kind: 'at_most_once', probability: 0.3 },
      lossMinor: { low: 1_000, high: 1_000 },
    })
    expect(priced.expectedMinor).toBeCloseTo(300, 9)
    expect(priced.sdMinor).toBeCloseTo(1_000 * Math.sqrt(0.3 * 0.7), 8)
  })

  test('least, most likely and most: the mean of a PERT is (least + 4 · most likely + most) / 6', () => {
    const lossShape = { kind: 'pert', minMinor: 0, modeMinor: 1_000, maxMinor: 5_000 } as const
    expect(shaped({ lossShape }).expectedMinor).toBeCloseTo(1_500, 6)
  })

  test('a list of amounts: their mean, up to the cap', () => {
    const lossShape = { kind: 'amounts', amountsMinor: [100, 200, 900] } as const
    expect(shaped({ lossShape }).expectedMinor).toBeCloseTo(400, 9)
    expect(shaped({ lossShape, lossCapMinor: 300 }).expectedMinor).toBeCloseTo(200, 9)
  })

  test('a further loss adds its probability times its mean, and may carry an event over an amount', () => {
    const secondaryLosses = [
      { name: 'Fine', probability: 0.25, lossMinor: { low: 2_000, high: 2_000 }, mostMinor: null },
    ]
    const priced = { lossMinor: { low: 1_000, high: 1_000 }, secondaryLosses }
    expect(shaped(priced).expectedMinor).toBeCloseTo(1_500, 9)
    expect(shaped(priced).sdMinor).toBeCloseTo(Math.sqrt(0.75 * 1_000 ** 2 + 0.25 * 3_000 ** 2), 8)
    const law = lossLawOf(aRisk(priced))
    expect(law?.survival(2_500)).toBeCloseTo(0.25, 12)
    expect(law?.quantile(0.9)).toBeCloseTo(3_000, 3)
    expect(law?.quantile(0.5)).toBeCloseTo(1_000, 3)
  })
})
