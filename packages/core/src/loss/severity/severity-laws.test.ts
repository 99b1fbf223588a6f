import { describe, expect, test } from 'vitest'
import { cappedLoss } from './capped-loss.ts'
import { empiricalLoss } from './empirical-loss.ts'
import { fixedLoss } from './fixed-loss.ts'
import { gammaLoss } from './gamma-loss.ts'
import { lognormalFromQuantiles, lognormalLoss } from './lognormal-loss.ts'
import { mixtureLoss } from './mixture-loss.ts'
import { pertLoss } from './pert-loss.ts'
import { retainedLoss } from './retained-loss.ts'
import type { SeverityLaw } from './severity-law.ts'
import { uniformLoss } from './uniform-loss.ts'

const lognormal = lognormalLoss(Math.log(100), 0.9)
function fromQuantiles(...quantiles: Parameters<typeof lognormalFromQuantiles>): SeverityLaw {
  const { mu, sigma } = lognormalFromQuantiles(...quantiles)
  return lognormalLoss(mu, sigma)
}

const laws: readonly [string, SeverityLaw][] = [
  ['lognormal', lognormal],
  ['lognormal from two quantiles', fromQuantiles(0.1, 20, 0.9, 700)],
  ['gamma', gammaLoss(0.5, 200)],
  ['exponential', gammaLoss(1, 120)],
  ['PERT', pertLoss(10, 50, 400)],
  ['flatter PERT', pertLoss(10, 50, 400, 2)],
  ['uniform', uniformLoss(20, 120)],
  ['fixed', fixedLoss(75)],
  [
    'mixture',
    mixtureLoss([
      { weight: 0.9, law: lognormal },
      { weight: 0.1, law: uniformLoss(200, 300) },
    ]),
  ],
  ['capped', cappedLoss(lognormal, 250)],
  ['retained', retainedLoss(lognormal, 60, 400)],
  ['retained of a capped one', retainedLoss(cappedLoss(lognormal, 250), 60, 100)],
  ['empirical', empiricalLoss([5, 10, 10, 80, 300])],
]

/** ∫ f over [from, to] by the midpoint rule on a grid that grows: kinks cost little. */
function integral(f: (x: number) => number, from: number, to: number): number {
  const n = 400_000
  let sum = 0
  for (let i = 0; i < n; i++) sum += f(from + ((i + 0.5) / n) * (to - from))
  return (sum * (to - from)) / n
}

describe.each(laws)('%s', (_name, law) => {
  const far = Math.min(law.most, 60_000)

  test('its mean and square are what its survival function says', () => {
    const tail = law.most > far ? law.stopLoss(far) : 0
    expect((integral(law.survival, 0, far) + tail) / law.mean).toBeCloseTo(1, 4)
    const below = integral((x) => 2 * x * law.survival(x), 0, far) - far * far * law.survival(far)
    expect(below / law.squareBelow(far)).toBeCloseTo(1, 3)
    expect(
      law.squareBelow(Math.max(far, law.most === Number.POSITIVE_INFINITY ? 1e12 : law.most)) / law.meanSquare,
    ).toBeCloseTo(1, 9)
  })

  test('what is below a limit and what is above it make the mean', () => {
    for (const x of [1, 9, 30, 75, 100, 250, 500, 5_000]) {
      expect((law.limitedMean(x) + law.stopLoss(x)) / law.mean).toBeCloseTo(1, 12)
      expect(law.limitedMean(x)).toBeLessThanOrEqual(x + 1e-12)
    }
    expect(law.limitedMean(0)).toBe(0)
  })

  test('the slope of the limited mean is the survival function', () => {
    for (const x of [7, 33, 111, 222]) {
      const slope = (law.limitedMean(x + 1e-3) - law.limitedMean(x - 1e-3)) / 2e-3
      expect(slope).toBeCloseTo(law.survival(x), 6)
    }
  })

  test('its quantiles invert it', () => {
    for (const p of [0.01, 0.2, 0.5, 0.77, 0.95, 0.999, 1 - 1e-9]) {
      const x = law.quantile(p)
      expect(law.survival(x)).toBeLessThanOrEqual((1 - p) * (1 + 1e-9))
      expect(law.survival(x * (1 - 1e-9) - 1e-12)).toBeGreaterThanOrEqual((1 - p) * (1 - 1e-6))
    }
  })

  test('a scaled loss is the loss in another currency', () => {
    const scaled = law.scaled(2.5)
    for (const x of [3, 60, 200, 900]) expect(scaled.survival(2.5 * x)).toBeCloseTo(law.survival(x), 11)
    expect(scaled.mean / law.mean).toBeCloseTo(2.5, 12)
    expect(scaled.meanSquare / law.meanSquare).toBeCloseTo(6.25, 11)
  })

  test('densities on a grid are the density', () => {
    const out = new Float64Array(300)
    law.densities?.(1.5, 1, 100, 1, out)
    if (law.densities)
      for (const k of [1, 30, 99])
        expect(out[k]).toBeCloseTo(law.atoms[0] === 250 ? lognormal.density(1.5 * k) : law.density(1.5 * k), 14)
    expect(law.densities === undefined || out[1] !== 0).toBe(true)
  })
})

test('an interval of no width is a fixed loss', () => {
  expect(fromQuantiles(0.05, 100, 0.95, 100).survival(100.1)).toBe(0)
})
