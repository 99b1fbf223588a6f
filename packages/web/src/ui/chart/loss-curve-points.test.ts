import { describe, expect, test } from 'vitest'
import {
  amountAt,
  appetiteCurve,
  breachedStretches,
  curveBetween,
  isBreached,
  probabilityAt,
} from './loss-curve-points.ts'

/** A power law: ten times the amount is ten times rarer. */
const power = { amounts: [1000, 10_000, 100_000], probabilities: [0.5, 0.05, 0.005] }

describe('a loss curve between its points', () => {
  test.each([
    [1000, 0.5],
    [10_000, 0.05],
    [31_622.7766, 0.0158114],
    [10, 0.5],
    [100_001, 0],
  ])('more than %d has probability %d', (amount, probability) => {
    expect(probabilityAt(power, amount)).toBeCloseTo(probability, 6)
  })
  test.each([
    [0.05, 10_000],
    [0.1, 5000],
    [0.7, 0],
    [0.004, null],
  ])('1 year in 1/%d loses more than %s', (probability, amount) => {
    const read = amountAt(power, probability)
    if (amount === null) expect(read).toBeNull()
    else expect(read).toBeCloseTo(amount, 6)
  })
  test('of no points says nothing', () => {
    const none = { amounts: [], probabilities: [] }
    expect([probabilityAt(none, 5), amountAt(none, 0.5)]).toEqual([0, 0])
  })
  test('where many years cost nothing, their amount is nothing', () => {
    expect(amountAt({ amounts: [0, 0, 400], probabilities: [0.4, 0.3, 0.1] }, 0.35)).toBe(0)
  })
  test('keeps its ends when cut', () => {
    expect(curveBetween(power, 5000, 50_000).amounts).toEqual([5000, 10_000, 50_000])
  })
})

describe('an appetite', () => {
  const appetite = appetiteCurve([
    { amountMinor: 50_000, probability: 0.02 },
    { amountMinor: 5000, probability: 0.08 },
  ])
  test('is read by rising amount', () => {
    expect(appetite.amounts).toEqual([5000, 50_000])
  })
  test('is breached where a year is likelier to cost more than it allows', () => {
    const [stretch, ...others] = breachedStretches(appetite, power)
    expect(others).toEqual([])
    expect(stretch?.from).toBe(5000)
    // The two lines cross where 500/x = 0.08·(x/5000)^−log₁₀4: at x = 5000·1.25^(1/0.398).
    expect(stretch?.to).toBeGreaterThan(8500)
    expect(stretch?.to).toBeLessThan(8800)
    expect(isBreached({ amountMinor: 5000, probability: 0.08 }, power)).toBe(true)
    expect(isBreached({ amountMinor: 50_000, probability: 0.02 }, power)).toBe(false)
  })
  test('is kept where the two are equal', () => {
    expect(breachedStretches(appetite, appetite)).toEqual([])
    expect(breachedStretches(appetiteCurve([]), power)).toEqual([])
  })
})
