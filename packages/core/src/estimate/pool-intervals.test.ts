import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lognormalFrom90, lognormalSurvival } from '../loss/lognormal.ts'
import { disagreementOf } from './disagreement.ts'
import { poolIntervals, poolMethods } from './pool-intervals.ts'

const one = (low: number, high: number, weight = 1) => ({ interval: { low, high }, weight })
const members = fc.array(
  fc.tuple(
    fc.double({ min: 0.01, max: 1e6, noNaN: true }),
    fc.double({ min: 1, max: 1_000, noNaN: true }),
    fc.double({ min: 0.01, max: 1, noNaN: true }),
  ),
  { minLength: 1, maxLength: 6 },
)
const toMembers = (raw: readonly (readonly [number, number, number])[]) =>
  raw.map(([low, ratio, weight]) => one(low, low * ratio, weight))

describe('a pool of intervals', () => {
  test.each(poolMethods)('%s: of one, and of equals, is the same interval', (method) => {
    for (const list of [[one(2, 50)], [one(2, 50), one(2, 50, 3)]]) {
      const pool = poolIntervals(list, method)
      expect(pool?.low).toBeCloseTo(2, 10)
      expect(pool?.high).toBeCloseTo(50, 9)
    }
  })

  test('averaged: the geometric means of the ends, by weight', () => {
    const pool = poolIntervals([one(1, 100), one(100, 10_000)], 'averaged')
    expect(pool?.low).toBeCloseTo(10, 10)
    expect(pool?.high).toBeCloseTo(1_000, 8)
    const weighted = poolIntervals([one(1, 100, 3), one(10_000, 1_000_000, 1)], 'averaged')
    expect(weighted?.low).toBeCloseTo(10, 10)
    expect(weighted?.high).toBeCloseTo(1_000, 8)
  })

  test('mixture: a tenth of the estimators’ probability is left outside', () => {
    fc.assert(
      fc.property(members, (raw) => {
        const list = toMembers(raw)
        const pool = poolIntervals(list, 'mixture')
        const total = list.reduce((sum, { weight }) => sum + weight, 0)
        const below = (x: number) =>
          list.reduce((sum, { interval, weight }) => {
            const law = lognormalFrom90(interval)
            return law === null ? sum : sum + (weight / total) * (1 - lognormalSurvival(law, x))
          }, 0)
        // A member without width jumps over the level: just below it is under, just above it over.
        expect(below((pool?.low ?? 0) * (1 - 1e-9))).toBeLessThanOrEqual(0.05 + 1e-6)
        expect(below((pool?.low ?? 0) * (1 + 1e-9))).toBeGreaterThanOrEqual(0.05 - 1e-6)
        expect(below((pool?.high ?? 0) * (1 - 1e-9))).toBeLessThanOrEqual(0.95 + 1e-6)
        expect(below((pool?.high ?? 0) * (1 + 1e-9))).toBeGreaterThanOrEqual(0.95 - 1e-6)
      }),
    )
  })

  test('both lie within what anybody said, in any order the same', () => {
    fc.assert(
      fc.property(members, fc.constantFrom(...poolMethods), (raw, method) => {
        const list = toMembers(raw)
        const pool = poolIntervals(list, method)
        const lows = list.map(({ interval }) => interval.low)
        const highs = list.map(({ interval }) => interval.high)
        expect(pool?.low).toBeGreaterThanOrEqual(Math.min(...lows) * (1 - 1e-12))
        expect(pool?.high).toBeLessThanOrEqual(Math.max(...highs) * (1 + 1e-12))
        const reversed = poolIntervals(list.toReversed(), method)
        expect(reversed?.low).toBeCloseTo(pool?.low ?? 0, 6)
      }),
    )
  })

  test('the mixture of people far apart is wider than the average', () => {
    const list = [one(1, 10), one(1_000, 10_000)]
    const [mixture, averaged] = [poolIntervals(list, 'mixture'), poolIntervals(list, 'averaged')]
    expect((mixture?.high ?? 0) / (mixture?.low ?? 1)).toBeGreaterThan(1_000)
    expect((averaged?.high ?? 0) / (averaged?.low ?? 1)).toBeCloseTo(10, 8)
  })

  test.each([
    ['nobody', []],
    ['nobody that counts', [one(1, 2, 0)]],
    ['an interval upside down', [one(2, 1)]],
  ])('%s: no pool', (_what, list) => {
    for (const method of poolMethods) expect(poolIntervals(list, method)).toBeNull()
  })
})

describe('disagreement', () => {
  const said = (...intervals: readonly (readonly [string, number, number])[]) =>
    disagreementOf(
      intervals.map(([name, low, high]) => ({ name, interval: { low, high } })),
      'how often',
      (value) => String(value),
    )

  test.each([
    ['none', '', said(['Ann', 1, 2])],
    ['close', 'On how often, their middles are as good as the same.', said(['Ann', 1, 4], ['Ben', 1, 4])],
    ['close', 'On how often, they agree within a factor of 2.', said(['Ann', 1, 4], ['Ben', 2, 8])],
    [
      'far',
      'On how often, Ben’s middle is 10 times Ann’s, though their ranges overlap. Ask both what they think of.',
      said(['Ben', 5, 80], ['Cy', 1, 16], ['Ann', 0.5, 8]),
    ],
    [
      'apart',
      'On how often, Ann (1 to 4) and Ben (5 to 80) share no value: one of the two ranges is wrong, or they mean different events. Let both say why before pooling.',
      said(['Ben', 5, 80], ['Ann', 1, 4]),
    ],
  ] as const)('%s', (kind, sentence, found) => {
    expect(found).toEqual({ kind, sentence })
  })
})
