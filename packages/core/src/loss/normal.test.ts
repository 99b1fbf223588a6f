import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile } from './normal.ts'

describe('the standard normal', () => {
  // Abramowitz and Stegun, table 26.1, and tails by the asymptotic series to full precision.
  test.each([
    [0, 0.5],
    [1, 0.841344746068543],
    [-1, 0.158655253931457],
    [1.6448536269514722, 0.95],
    [1.959963984540054, 0.975],
    [-3, 0.00134989803163009],
    [-6, 9.86587645037698e-10],
    [-8, 6.22096057427178e-16],
    [-20, 2.75362411860623e-89],
    [-50, 0],
    [Number.NEGATIVE_INFINITY, 0],
    [Number.POSITIVE_INFINITY, 1],
  ])('Φ(%s) = %s', (x, expected) => {
    expect(Math.abs(normalCdf(x) - expected)).toBeLessThanOrEqual(Math.max(1e-15, 0) + expected * 1e-13)
  })

  test('Φ⁻¹ undoes Φ over the whole range', () => {
    for (const p of [1e-300, 1e-20, 1e-8, 0.001, 0.02, 0.07, 0.3, 0.5, 0.6, 0.9, 0.99, 0.999999]) {
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11)
    }
  })

  test('Φ⁻¹ at and beyond the ends', () => {
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 14)
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
    expect(normalQuantile(1.1)).toBeNaN()
    expect(normalQuantile(Number.NaN)).toBeNaN()
  })
})
