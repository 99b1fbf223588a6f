import { describe, expect, test } from 'vitest'
import type { LossCurve } from '../loss/loss-curve.ts'
import { pictureChances, yearPicture } from './year-picture.ts'

/** Exponential losses of mean 100 in some of the years. */
const curve = (pZero: number): LossCurve => ({
  mean: 100 * (1 - pZero),
  sd: 100,
  pZero,
  cdf: (x) => 1 - (1 - pZero) * Math.exp(-x / 100),
  quantile: (p) => (p <= pZero ? 0 : -100 * Math.log((1 - p) / (1 - pZero))),
  stopLoss: (x) => 100 * (1 - pZero) * Math.exp(-x / 100),
})

describe('the picture of a year', () => {
  test.each([0, 0.4, 0.95, 0.9999])(
    'has falling chances and rising amounts where %d of the years cost nothing',
    (none) => {
      const chances = pictureChances(none)
      expect(chances).toEqual([...new Set(chances)].sort((a, b) => b - a))
      expect(chances[0]).toBeLessThan(1 - none)
      const { proven } = yearPicture({ proven: curve(none), claimed: curve(none) })
      expect(proven).toEqual([...proven].sort((a, b) => a - b))
      expect(proven[0]).toBeGreaterThan(0)
      expect(proven.map((amount) => 1 - curve(none).cdf(amount))).toEqual(chances.map((one) => expect.closeTo(one, 9)))
    },
  )

  test('passes through the chances that people name', () => {
    expect(pictureChances(0)).toEqual(expect.arrayContaining([0.5, 0.2, 0.1, 0.05, 0.01, 0.005]))
  })
})
