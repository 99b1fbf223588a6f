import { describe, expect, test } from 'vitest'
import type { EstimateInput } from '../loss/loss-law.ts'
import { defaultMethodology } from '../methodology/default-methodology.ts'
import { checkEstimate } from './check-estimate.ts'
import { estimateAnchors } from './estimate-anchors.ts'
import { rateFromCount } from './rate-from-count.ts'

/** A software company of 60 people with a revenue of €8M. */
const anchors = estimateAnchors({
  sector: 'information_saas',
  headcount: 60,
  yearlyRevenueMinor: 800_000_000,
  currency: 'EUR',
  usdPerUnit: 1.04,
  threatId: 'T-ransomware-phishing',
  category: 'Ransomware and extortion',
})
const setting = {
  currency: 'EUR',
  likelihoodBands: defaultMethodology('EUR', 800_000_000).likelihoodBands,
  anchors,
}
const check = (fields: Partial<EstimateInput>, given = setting as Parameters<typeof checkEstimate>[1]) =>
  checkEstimate(
    {
      frequency: { low: 0.1, high: 1 },
      lossMinor: { low: 1_000_000, high: 50_000_000 },
      lossCapMinor: null,
      ...fields,
    },
    given,
  )

describe('a second look at an estimate', () => {
  test('nothing to say of a sound one', () => {
    expect(check({})).toEqual([])
  })

  test.each<[string, Partial<EstimateInput>, readonly string[]]>([
    // what → field, code, severity
    ['incomplete', { frequency: null }, []],
    ['upside down', { frequency: { low: 2, high: 1 } }, []],
    ['as good as certain', { frequency: { low: 0.1, high: 0.11 } }, ['frequency too-narrow doubtful']],
    ['narrow', { lossMinor: { low: 1_000_000, high: 1_900_000 } }, ['lossMinor too-narrow look']],
    ['just wide enough', { lossMinor: { low: 1_000_000, high: 2_000_000 } }, []],
    [
      'wide, and its tail beyond the revenue',
      { lossMinor: { low: 50_000, high: 300_000_000 } },
      ['lossMinor tail-above-revenue doubtful', 'lossMinor mean-far-from-middle look', 'lossMinor too-wide look'],
    ],
    [
      'so wide that the mean leaves the range',
      { lossMinor: { low: 1_000, high: 60_000_000 } },
      ['lossMinor mean-above-range doubtful', 'lossMinor too-wide look'],
    ],
    [
      'more than the revenue',
      { lossMinor: { low: 10_000_000, high: 900_000_000 } },
      ['lossMinor tail-above-revenue doubtful', 'lossMinor loss-above-revenue look'],
    ],
    ['the same with a cap', { lossMinor: { low: 10_000_000, high: 700_000_000 }, lossCapMinor: 750_000_000 }, []],
    [
      'far too often',
      { frequency: { low: 2, high: 20 }, lossMinor: { low: 10_000_000, high: 200_000_000 } },
      [
        'lossMinor tail-above-revenue doubtful',
        'frequency expected-above-revenue look',
        'frequency above-published-rate look',
      ],
    ],
    [
      'all over the scale',
      { frequency: { low: 0.05, high: 8 }, lossMinor: { low: 10_000, high: 100_000 } },
      ['frequency many-bands look'],
    ],
    [
      'every day',
      { frequency: { low: 300, high: 3_000 }, lossMinor: { low: 100, high: 1_000 } },
      ['frequency daily-events look'],
    ],
    ['capped below the middle', { lossCapMinor: 5_000_000 }, ['lossCapMinor cap-below-range doubtful']],
    ['capped within the range', { lossCapMinor: 40_000_000 }, ['lossCapMinor cap-below-range look']],
    ['capped where nothing comes', { lossCapMinor: 900_000_000_000 }, ['lossCapMinor cap-without-effect look']],
  ])('%s', (_what, fields, expected) => {
    expect(
      check(fields)
        .map(({ field, code, severity }) => `${field} ${code} ${severity}`)
        .toSorted(),
    ).toEqual(expected.toSorted())
  })

  test('doubts come first', () => {
    expect(check({ frequency: { low: 0.05, high: 8 }, lossMinor: { low: 1_000, high: 60_000_000 } })[0]?.severity).toBe(
      'doubtful',
    )
  })

  test('the sentence asks with numbers', () => {
    const [first] = check({ lossMinor: { low: 10_000_000, high: 700_000_000 } })
    expect(first?.sentence).toBe(
      'Your ranges say that one event costs more than €15.2M about once in 200 years. That is more than a year’s revenue, €8M (as given).',
    )
    expect(first?.advice).toMatch(/^Really\?/)
  })

  test('below the revenue, the largest claim of organisations of the size is the measure', () => {
    const richer = { ...setting, anchors: { ...anchors, revenue: { minor: 4_000_000_000, known: '(as given)' } } }
    expect(check({ lossMinor: { low: 10_000_000, high: 700_000_000 } }, richer)).toMatchObject([
      {
        code: 'tail-above-largest-claim',
        sentence: expect.stringContaining(
          'The largest of 4,009 claims of organisations with <50M USD revenue was €10M',
        ),
      },
    ])
  })

  test('without a catalogue for the currency it compares with nothing', () => {
    expect(check({ lossMinor: { low: 10_000_000, high: 900_000_000 } }, { ...setting, anchors: null })).toEqual([])
  })
})

describe('anchors', () => {
  test('for the sector, the size, the kind of event and the scenario, each with its source', () => {
    expect(anchors.losses.map(({ id }) => id)).toEqual(['size', 'event', 'sector'])
    expect(anchors.frequencies.map(({ id }) => id)).toEqual(['scenario', 'any'])
    for (const anchor of [...anchors.losses, ...anchors.frequencies]) {
      expect(anchor.source).not.toBe('')
      if (anchor.range !== null) expect(anchor.range.low).toBeLessThan(anchor.range.high)
    }
    // IRIS 2025 Table 1 below $100M: median $357k; the upper end stops at the revenue.
    expect(anchors.losses[0]).toMatchObject({ middle: 34_326_923, range: { low: 1_300_000, high: 800_000_000 } })
    expect(anchors.largestClaim).toMatchObject({ claims: 4_009, tier: '<50M' })
  })

  test('revenue is assumed from the number of people where it is not given; a sector with disclosed losses has them', () => {
    const found = estimateAnchors({
      sector: 'healthcare',
      headcount: 100,
      yearlyRevenueMinor: null,
      currency: 'USD',
      usdPerUnit: 1,
      threatId: null,
      category: '',
    })
    expect(found.revenue).toEqual({ minor: 2_000_000_000, known: '(assumed from the number of people)' })
    expect(found.losses.map(({ id }) => id)).toEqual(['size', 'sector', 'disclosed'])
    expect(found.frequencies.map(({ id }) => id)).toEqual(['any'])
  })

  test('the largest have no claims to compare with', () => {
    const request = {
      sector: 'finance',
      headcount: 1,
      currency: 'USD',
      usdPerUnit: 1,
      threatId: null,
      category: '',
    } as const
    expect(estimateAnchors({ ...request, yearlyRevenueMinor: 2e13 }).largestClaim).toBeNull()
  })
})

describe('a rate from a count', () => {
  test.each([
    // Gamma(n + ½) quantiles: 0.00197 and 1.92; 0.176 and 3.91; 2.29 and 9.84 (half of χ² with 1, 3 and 11 degrees of freedom).
    [0, 10, { low: 0.0002, high: 0.19 }],
    [1, 1, { low: 0.18, high: 3.9 }],
    [5, 10, { low: 0.23, high: 0.98 }],
  ])('%i in %d years', (events, years, interval) => {
    expect(rateFromCount(events, years)).toEqual(interval)
  })

  test.each([
    [-1, 1],
    [0.5, 1],
    [1, 0],
    [1, Number.NaN],
    [Number.NaN, 1],
    [1, Number.POSITIVE_INFINITY],
  ])('%d in %d: none', (events, years) => {
    expect(rateFromCount(events, years)).toBeNull()
  })
})
