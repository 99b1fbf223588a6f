import { describe, expect, test } from 'vitest'
import { expm1 } from '../elementary/exponential.ts'
import { priceExact } from '../exact/price-exact.ts'
import { lognormalFrom90, lognormalMoment } from '../lognormal.ts'
import { tailValueAtRisk } from '../loss-curve.ts'
import { rateNodes } from '../mixed-poisson.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { certainly } from '../quadrature/reduce-nodes.ts'
import { frequencyOf } from './frequency-of.ts'
import { lognormalRateGrid } from './rate-grid.ts'

const relative = (value: number, expected: number) => Math.abs(value / expected - 1)

describe.each([3, 9, 50, 400, 2_000, 10_000])('a rate that is known within a factor of %i', (width) => {
  const low = 0.2 / Math.sqrt(width)
  const rate = { type: 'lognormal90', low, high: low * width } as const
  const law = lognormalFrom90(rate)
  if (law === null) throw new Error('no law')
  const mean = lognormalMoment(law, 1)
  const variance = mean * mean * expm1(law.sigma * law.sigma)

  test('keeps its first and second moment on the points it is summed on', () => {
    const { rates, weights } = rateNodes(law)
    const moment = (k: number) => rates.reduce((sum, value, i) => sum + (weights[i] ?? 0) * value ** k, 0)
    expect(relative(moment(1), mean)).toBeLessThan(1e-12)
    expect(relative(moment(2), lognormalMoment(law, 2))).toBeLessThan(1e-9)
  })

  test('keeps the mean and the variance of the count', () => {
    const count = frequencyOf({ type: 'mixedPoisson', rate })
    expect(relative(count.mean, mean)).toBeLessThan(1e-12)
    expect(relative(count.variance, mean + variance)).toBeLessThan(1e-9)
  })

  test('keeps the mean and the standard deviation of a year, and its tail above its threshold', () => {
    const [eventMean, eventSquare] = [3e4 * 2, 3e4 * 3e4 * 2 * 3]
    const severity = { type: 'gamma', shape: 2, scale: 3e4 } as const
    const portfolio = resolvePortfolio({
      scenarios: [{ id: 'a', frequency: { type: 'mixedPoisson', rate }, severity }],
    })
    const moments = lossMoments(portfolio)
    const expected = mean * eventSquare + variance * eventMean * eventMean
    expect(relative(moments.mean, mean * eventMean)).toBeLessThan(1e-12)
    expect(relative(Math.sqrt(moments.variance), Math.sqrt(expected))).toBeLessThan(1e-9)
    const curve = priceExact(portfolio)
    expect(relative(curve.sd, Math.sqrt(expected))).toBeLessThan(1e-9)
    for (const p of [0.9, 0.99, 0.999]) expect(tailValueAtRisk(curve, p)).toBeGreaterThan(curve.quantile(p))
  })

  test('has a grid that need not be stretched to have its mean', () => {
    const grid = lognormalRateGrid(law, certainly(1), 0.24)
    if (grid === null) return
    const [first] = grid.firsts
    const lowest = Math.exp(law.mu - 6.5 * law.sigma)
    expect(relative(first ?? 0, lowest)).toBeLessThan(2e-8)
  })
})

test('a rate that nobody knows does not blur the scenarios beside it', () => {
  const beside = {
    id: 'b',
    frequency: { type: 'poisson', rate: 1 },
    severity: { type: 'lognormal90', low: 1e4, high: 1e5 },
  } as const
  const wide = {
    id: 'a',
    frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 1e-8, high: 1e-4 } },
    severity: { type: 'lognormal90', low: 10, high: 20 },
  } as const
  const [alone, both] = [[beside], [beside, wide]].map((scenarios) => priceExact(resolvePortfolio({ scenarios })))
  for (const p of [0.5, 0.9, 0.99]) expect(relative(both?.quantile(p) ?? 0, alone?.quantile(p) ?? 0)).toBeLessThan(1e-5)
})
