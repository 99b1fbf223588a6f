import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { finished } from '../exact/in-steps.ts'
import { priceExact } from '../exact/price-exact.ts'
import { exceedance } from '../loss-curve.ts'
import type { Portfolio, Uncertain } from '../model/portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { appetiteConfidence } from './appetite-confidence.ts'
import { drawsOf } from './epistemic-points.ts'
import { lossBand, lossBandInSteps } from './loss-band.ts'
import { quantileOf } from './quantile-of.ts'
import { stratumMeans } from './stratum-means.ts'
import { yearMeans } from './year-means.ts'

const lognormal = (low: number, high: number) => ({ type: 'lognormal90', low, high }) as const
const pert = (min: number, mode: number, max: number) => ({ type: 'pert', min, mode, max }) as const

const portfolio: Portfolio = {
  controls: [{ id: 'A', effect: 'frequency', effectiveness: pert(0.2, 0.5, 0.8), assurance: 0.8 }],
  scenarios: [
    {
      id: 'often',
      frequency: { type: 'mixedPoisson', rate: lognormal(0.5, 6) },
      severity: lognormal(5_000, 80_000),
      controls: ['A'],
    },
    {
      id: 'rare',
      frequency: { type: 'mixedPoisson', rate: lognormal(0.02, 0.4) },
      severity: lognormal(50_000, 1_500_000),
      controls: ['A', { id: 'B', effect: 'severity', effectiveness: pert(0.1, 0.5, 0.9), assurance: 0.9 }],
    },
    { id: 'known', frequency: { type: 'negbin', mean: 1, r: 2 }, severity: lognormal(10_000, 90_000) },
  ],
}
const amounts = [1_000, 10_000, 50_000, 100_000, 250_000, 500_000, 1_000_000]

describe('values of an uncertain input', () => {
  const laws: readonly Uncertain[] = [
    lognormal(0.1, 10),
    pert(0.1, 0.2, 0.9),
    { type: 'uniform', min: 1, max: 3 },
    { type: 'gamma', shape: 0.7, scale: 2 },
    { type: 'constant', value: 4 },
  ]
  test.each(laws)('of $type rise, and average to its mean', (law) => {
    const values = stratumMeans(law, 64)
    const mean = values.reduce((sum, value) => sum + value, 0) / 64
    const frequency = { type: 'mixedPoisson', rate: law } as const
    const one: Portfolio = { scenarios: [{ frequency, severity: { type: 'constant', value: 1 } }] }
    expect(mean / lossMoments(resolvePortfolio(one)).mean).toBeCloseTo(1, 9)
    expect(values).toEqual(values.slice().sort())
  })

  test('come in an order of the input and the seed alone, each once', () => {
    const [a, again, other, seeded] = [1, 1, 1, 2].map((seed, at) =>
      drawsOf({ seed })(at === 2 ? 'y' : 'x', lognormal(1, 9)),
    )
    expect(again).toEqual(a)
    expect(other).not.toEqual(a)
    expect(seeded).not.toEqual(a)
    expect(seeded?.slice().sort()).toEqual(a?.slice().sort())
  })
})

describe('the band of a portfolio', () => {
  const band = lossBand(portfolio, { amounts, points: 256 })

  test('has the price as its average', () => {
    const curve = priceExact(resolvePortfolio(portfolio))
    band.amounts.forEach((amount, k) => {
      expect(band.mean[k]).toBeCloseTo(exceedance(curve, amount), 2)
    })
    expect(band.means.reduce((sum, one) => sum + one, 0) / 256 / curve.mean).toBeCloseTo(1, 2)
  })

  test('contains it, falls with the amount, and is a band', () => {
    for (let k = 0; k < amounts.length; k++) {
      const [low = 0, median = 0, high = 0, mean = 0] = [band.low[k], band.median[k], band.high[k], band.mean[k]]
      expect(low).toBeLessThan(median)
      expect(median).toBeLessThan(high)
      expect(low).toBeLessThanOrEqual(mean)
      expect(mean).toBeLessThanOrEqual(high)
      if (k > 0)
        for (const line of [band.low, band.median, band.high, band.mean])
          expect(line[k]).toBeLessThanOrEqual((line[k - 1] ?? 0) + 1e-9)
    }
  })

  test('is the same again, and another with another seed', () => {
    expect(lossBand(portfolio, { amounts })).toEqual(lossBand(portfolio, { amounts }))
    expect(lossBand(portfolio, { amounts, seed: 2 }).low).not.toEqual(lossBand(portfolio, { amounts }).low)
  })

  test('is a line where all is known', () => {
    const known: Portfolio = {
      scenarios: [
        {
          frequency: { type: 'poisson', rate: 1.3 },
          severity: lognormal(10_000, 200_000),
          controls: [{ effect: 'severity', effectiveness: { type: 'constant', value: 0.4 }, assurance: 0.5 }],
        },
      ],
    }
    const line = lossBand(known, { amounts, points: 8 })
    const curve = priceExact(resolvePortfolio(known))
    line.amounts.forEach((amount, k) => {
      expect(line.low[k]).toBe(line.high[k])
      expect(line.low[k]).toBeCloseTo(exceedance(curve, amount), 3)
    })
  })

  test('is that of portfolios priced point by point', () => {
    // A shock that never comes takes the general way.
    const general = lossBand(
      { ...portfolio, commonShocks: [{ rate: 0, scenarios: ['often', 'rare'] }] },
      { amounts, points: 16 },
    )
    const quick = lossBand(portfolio, { amounts, points: 16 })
    quick.curves.forEach((curve, p) => {
      curve.forEach((chance, k) => {
        expect(Math.abs(chance - (general.curves[p]?.[k] ?? 0))).toBeLessThan(0.002)
      })
      expect((quick.means[p] ?? 0) / (general.means[p] ?? 1)).toBeCloseTo(1, 9)
    })
  })

  test('comes in steps that rise to its end', () => {
    const shares: number[] = []
    const steps = lossBandInSteps(
      {
        scenarios: Array.from(
          { length: 40 },
          (_, at) => ({ ...portfolio.scenarios[0], controls: [], id: `R${at}` }) as Portfolio['scenarios'][number],
        ),
      },
      { points: 4 },
    )
    for (let step = steps.next(); step.done !== true; step = steps.next()) shares.push(step.value)
    expect(shares.length).toBeGreaterThan(6)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
    expect(finished(lossBandInSteps(portfolio, { points: 4 })).amounts.length).toBe(100)
  })
})

describe('how sure one can be of an appetite', () => {
  const band = lossBand(portfolio, { amounts })
  test('is the share of points that keep it', () => {
    const probability = 0.1
    const { each, all } = appetiteConfidence(band, [
      { amount: 250_000, probability },
      { amount: 1_000_000, probability: 1 },
    ])
    const at = amounts.indexOf(250_000)
    expect(each).toEqual([band.curves.filter((curve) => (curve[at] ?? 1) <= probability).length / 64, 1])
    expect(all).toBe(each[0])
  })

  test('holds the mean to its own limit, and all of it to both', () => {
    const middle = quantileOf(Array.from(band.means), 0.5)
    const { mean, all, each } = appetiteConfidence(band, [{ amount: 250_000, probability: 0.1 }], middle)
    expect(mean).toBeCloseTo(0.5, 1)
    expect(all).toBeLessThanOrEqual(Math.min(mean, each[0] ?? 0))
    expect(appetiteConfidence(band, [], 0)).toMatchObject({ mean: 0, all: 0 })
  })

  test('rises with what is allowed', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.double({ min: 500, max: 2e6, noNaN: true }), share, share, (amount, a, b) => {
        const sure = (probability: number) => appetiteConfidence(band, [{ amount, probability }]).all
        expect(sure(Math.min(a, b))).toBeLessThanOrEqual(sure(Math.max(a, b)))
        expect(sure(1)).toBe(1)
      }),
      { seed: 20261124, numRuns: 50 },
    )
  })
})

test('the means of years are those of the band, with yearly insurance too', () => {
  const insured: Portfolio = { ...portfolio, aggregateInsurance: { deductible: 50_000, limit: 200_000 } }
  const [without, withIt] = [yearMeans(portfolio), yearMeans(insured)]
  expect(withIt.every((mean, p) => mean < (without[p] ?? 0))).toBe(true)
  expect(quantileOf([3, 1, 2], 0.5)).toBe(2)
})
