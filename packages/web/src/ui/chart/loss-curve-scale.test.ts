import { describe, expect, test } from 'vitest'
import { lossPath } from './loss-curve-path.ts'
import { amountTicks, lossDomain, lossScale, probabilityTicks } from './loss-curve-scale.ts'

const frame = { width: 460, height: 300, left: 50, right: 10, top: 20, bottom: 20 }
const domain = { from: 1000, to: 10_000_000, least: 0.001 }
const power = { amounts: [2000, 20_000, 2_000_000], probabilities: [0.5, 0.05, 0.0005] }

describe('axes of a loss curve', () => {
  test('reach from where the curve matters to once in 500 years, in round amounts', () => {
    expect(lossDomain([power], [])).toEqual({ from: 2000, to: 500_000, least: 0.002 })
  })
  test('reach further for an appetite that says something about rarer years', () => {
    const reached = lossDomain([power], [{ amountMinor: 4_000_000, probability: 0.001 }])
    expect(reached.least).toBe(0.0005)
    expect(reached.to).toBe(5_000_000)
  })
  test('stand where there is nothing to show', () => {
    const { from, to } = lossDomain([], [])
    expect(from).toBeGreaterThan(0)
    expect(to).toBeGreaterThan(from)
  })
  test('lay each decade as wide as the other, and each tenth of the chance as high', () => {
    const { x, y, amountOf } = lossScale(frame, domain, 'log')
    expect([x(1000), x(10_000), x(10_000_000)].map(Math.round)).toEqual([50, 150, 450])
    expect(y(1)).toBe(20)
    expect(y(0.001)).toBeCloseTo(280)
    expect(y(0.1) - y(1)).toBeCloseTo(y(0.01) - y(0.1))
    expect(amountOf(150)).toBeCloseTo(10_000)
    expect(lossScale(frame, domain, 'linear').y(0.5)).toBe(150)
    expect(x(0)).toBeLessThan(0)
    expect(Number.isFinite(y(0))).toBe(true)
  })
  test('name round amounts as far as there is room', () => {
    expect(amountTicks({ from: 1000, to: 100_000, least: 0.01 }, 500, 50)).toEqual([
      1000, 2000, 5000, 10_000, 20_000, 50_000, 100_000,
    ])
    expect(amountTicks(domain, 100, 50)).toEqual([10_000, 1_000_000])
  })
  test('name chances as people say them', () => {
    expect(probabilityTicks(lossScale(frame, domain, 'log'), domain, 18)).toEqual([
      1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001,
    ])
    expect(probabilityTicks(lossScale(frame, domain, 'linear'), domain, 18)).toEqual([1, 0.8, 0.5, 0.2, 0.1, 0.02])
  })
  test('a path starts at the left edge and never holds what is no number', () => {
    const path = lossPath(power, lossScale(frame, domain, 'log'), domain)
    expect(path.startsWith('M50.0 ')).toBe(true)
    expect(path).not.toMatch(/NaN|Infinity/)
    expect(lossPath({ amounts: [], probabilities: [] }, lossScale(frame, domain, 'log'), domain)).toBe('')
  })
})
