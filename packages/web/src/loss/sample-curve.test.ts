import type { LossCurve } from '@sinew/core/loss/loss-curve.ts'
import { describe, expect, test } from 'vitest'
import { amountAt } from '../ui/chart/loss-curve-points.ts'
import { sampleCurve } from './sample-curve.ts'
import { levelOf, sampleState } from './sample-year.ts'
import { yearCsv } from './year-csv.ts'

/** A year costs nothing with a chance of 0.4, else more than x with 0.6·e^{−x/1000}. */
const exponential: LossCurve = {
  mean: 600,
  sd: Math.sqrt(0.6 * 2e6 - 36e4),
  pZero: 0.4,
  cdf: (x) => 1 - 0.6 * Math.exp(-x / 1000),
  quantile: (p) => (p <= 0.4 ? 0 : -1000 * Math.log((1 - p) / 0.6)),
  stopLoss: (x) => 600 * Math.exp(-x / 1000),
}

describe('a curve as points', () => {
  const points = sampleCurve(exponential)
  test('starts at the chance that a year costs anything and falls without a step back', () => {
    expect(points.probabilities[0]).toBeCloseTo(0.6, 3)
    for (let k = 1; k < points.amounts.length; k++) {
      expect(points.amounts[k]).toBeGreaterThanOrEqual(points.amounts[k - 1] ?? 0)
      expect(points.probabilities[k]).toBeLessThan(points.probabilities[k - 1] ?? 1)
    }
  })
  test.each([0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002])('passes through the amount of level %d', (level) => {
    expect(amountAt(points, level)).toBeCloseTo(exponential.quantile(1 - level), 8)
  })
  test('is near everywhere else', () => {
    expect(amountAt(points, 0.037)).toBeCloseTo(exponential.quantile(1 - 0.037), -1)
  })
  test('of a year without any loss has no points', () => {
    const none: LossCurve = { mean: 0, sd: 0, pZero: 1, cdf: () => 1, quantile: () => 0, stopLoss: () => 0 }
    expect(sampleCurve(none).amounts).toEqual([])
  })
})

describe('a year in figures', () => {
  const state = sampleState(exponential, [{ amountMinor: 2000, probability: 0.05 }])
  test('has what one year in so many exceeds, and the mean of those years', () => {
    const { exceededMinor, meanBeyondMinor } = levelOf(state, 10)
    expect(exceededMinor).toBeCloseTo(1000 * Math.log(6))
    // Memoryless: beyond any amount the mean excess is 1000.
    expect(meanBeyondMinor).toBeCloseTo(exceededMinor + 1000)
  })
  test('stands at each point of the appetite', () => {
    expect(state.limits[0]?.exceeds).toBeCloseTo(0.6 * Math.exp(-2))
    expect(state.limits[0]?.exceededMinor).toBeCloseTo(1000 * Math.log(12))
  })
  test('as CSV has a row for each figure, in major units', () => {
    const rows = yearCsv({ inherent: state, claimed: state, proven: state, target: state }, 'EUR').split('\r\n')
    expect(rows[0]).toBe('state,measure,years,value,unit')
    expect(rows).toContain('proven,mean,,6.00,EUR')
    expect(rows).toContain('claimed,exceeded by one year in,10,17.92,EUR')
    expect(rows).toHaveLength(1 + 4 * 15 + 1)
  })
})
