import { describe, expect, test } from 'vitest'
import { cappedMoment, lognormalFrom90, lognormalMean, lognormalQuantile, lognormalSurvival } from './lognormal.ts'

const law = (low: number, high: number) => {
  const made = lognormalFrom90({ low, high })
  if (made === null) throw new Error('no lognormal')
  return made
}

describe('a lognormal from a 90 % interval', () => {
  test('has the ends of the interval as its 5 % and 95 % quantiles', () => {
    const made = law(20_000, 500_000)
    expect(lognormalQuantile(made, 0.05)).toBeCloseTo(20_000, 6)
    expect(lognormalQuantile(made, 0.95)).toBeCloseTo(500_000, 5)
    expect(lognormalQuantile(made, 0.5)).toBeCloseTo(100_000, 6)
    expect(lognormalSurvival(made, 500_000)).toBeCloseTo(0.05, 12)
  })

  // 20k … 500k: mean 161,397.579… (the published mean of one such event a year).
  test('has the published mean', () => {
    expect(lognormalMean(law(20_000, 500_000)) / 161_397.57924286195).toBeCloseTo(1, 12)
  })

  test('ends a hundred times apart: the mean is 2.66 medians, which experts never expect', () => {
    expect(lognormalMean(law(1, 100)) / 10).toBeCloseTo(2.664, 3)
  })

  test.each([
    [0, 1],
    [-1, 1],
    [2, 1],
    [Number.NaN, 1],
    [1, Number.NaN],
    [1, Number.POSITIVE_INFINITY],
  ])('%s … %s is none', (low, high) => {
    expect(lognormalFrom90({ low, high })).toBeNull()
  })
})

describe('E[min(X, cap)^k]', () => {
  // The integral of the survival function up to the cap, by Simpson's rule: 2x for the second moment.
  const bySurvival = (made: ReturnType<typeof law>, cap: number, k: 1 | 2) => {
    const cells = 20_000
    const step = cap / cells
    let sum = 0
    for (let i = 0; i <= cells; i++) {
      const x = i * step
      const weight = i === 0 || i === cells ? 1 : i % 2 === 1 ? 4 : 2
      sum += weight * lognormalSurvival(made, x) * (k === 1 ? 1 : 2 * x)
    }
    return (sum * step) / 3
  }

  test.each([
    [50_000, 2_000_000, 1_000_000],
    [1_000, 1_000_000, 20_000],
    [10, 20, 15],
  ])('%i … %i capped at %i, against the integral', (low, high, cap) => {
    const made = law(low, high)
    expect(cappedMoment(made, cap, 1) / bySurvival(made, cap, 1)).toBeCloseTo(1, 6)
    expect(cappedMoment(made, cap, 2) / bySurvival(made, cap, 2)).toBeCloseTo(1, 6)
  })

  test('a constant is cut at the cap, and only there', () => {
    const constant = law(100, 100)
    expect(cappedMoment(constant, 80, 1)).toBeCloseTo(80, 9)
    expect(cappedMoment(constant, 120, 1)).toBeCloseTo(100, 9)
    expect(cappedMoment(constant, 80, 2)).toBeCloseTo(6_400, 6)
    expect(lognormalSurvival(constant, 99)).toBe(1)
    expect(lognormalSurvival(constant, 101)).toBe(0)
    expect(lognormalQuantile(constant, 0.99)).toBeCloseTo(100, 9)
  })

  test('a cap that is never reached changes nothing, a cap at nothing leaves nothing', () => {
    const made = law(10, 1_000)
    expect(cappedMoment(made, 1e15, 1)).toBeCloseTo(lognormalMean(made), 6)
    expect(cappedMoment(made, null, 1)).toBe(lognormalMean(made))
    expect(cappedMoment(made, 0, 1)).toBe(0)
  })
})
