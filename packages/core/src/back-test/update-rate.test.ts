import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lognormalFrom90, lognormalMean } from '../loss/lognormal.ts'
import { rateNodes } from '../loss/mixed-poisson.ts'
import { inverseTrigamma, trigamma } from './trigamma.ts'
import { intervalOf, type RateUpdate, updateRate } from './update-rate.ts'

const updated = (low: number, high: number, events: number, years: number): RateUpdate => {
  const update = updateRate({ low, high }, events, years)
  if (update === null) throw new Error('no update')
  return update
}

/** Low end, width, events, years. */
const cases = fc.tuple(
  fc.double({ min: 1e-4, max: 1e3, noNaN: true }),
  fc.double({ min: 1.01, max: 1e5, noNaN: true }),
  fc.nat(200),
  fc.double({ min: 1e-3, max: 100, noNaN: true }),
)

describe('the variance of the logarithm of a gamma variable', () => {
  it('is ψ′ of its shape: known values, and back', () => {
    expect(trigamma(1)).toBeCloseTo(Math.PI ** 2 / 6, 13)
    expect(trigamma(0.5)).toBeCloseTo(Math.PI ** 2 / 2, 12)
    expect(trigamma(3)).toBeCloseTo(Math.PI ** 2 / 6 - 1.25, 13)
    expect(trigamma(0)).toBeNaN()
    for (const x of [1e-3, 0.2, 1, 7, 300]) expect(inverseTrigamma(trigamma(x)) / x).toBeCloseTo(1, 10)
  })
})

describe('a rate updated by what was counted', () => {
  it('stays as it was without time and events, and comes back as the interval it was', () => {
    const update = updated(0.2, 2, 0, 0)
    expect(update.interval).toEqual({ low: 0.2, high: 2 })
    const back = intervalOf(update.prior)
    expect(back.low).toBeCloseTo(0.2, 10)
    expect(back.high).toBeCloseTo(2, 10)
    expect(update.posteriorMean).toBeCloseTo(update.priorMean, 12)
  })

  it('is the table of the guide: 0.2 to 2 a year, then 0, 2 and 10 events in two years', () => {
    const means = [0, 2, 10].map((events) => updated(0.2, 2, events, 2).posteriorMean)
    expect(means.map((mean) => Math.round(mean * 1000) / 1000)).toEqual([0.491, 0.883, 2.453])
  })

  it('is close to what the lognormal itself would learn, where matching the variance is far off', () => {
    const exact = (low: number, high: number, events: number, years: number) => {
      const { rates, weights } = rateNodes(lognormalFrom90({ low, high }) ?? { mu: 0, sigma: 1 })
      let [top, bottom] = [0, 0]
      rates.forEach((rate, q) => {
        const likelihood = (weights[q] ?? 0) * rate ** events * Math.exp(-rate * years)
        top += likelihood * rate
        bottom += likelihood
      })
      return top / bottom
    }
    for (const [low, high] of [
      [0.2, 2],
      [0.05, 5],
    ] as const) {
      for (const events of [0, 1, 5]) {
        const ratio = updated(low, high, events, 2).posteriorMean / exact(low, high, events, 2)
        expect(ratio).toBeGreaterThan(0.75)
        expect(ratio).toBeLessThan(1.35)
      }
    }
    // Shape 1/cv² = 0.16 for 0.05 to 5: a quiet pair of years would leave a quarter of what it should.
    const rate = lognormalFrom90({ low: 0.05, high: 5 }) ?? { mu: 0, sigma: 1 }
    const shape = 1 / (Math.exp(rate.sigma ** 2) - 1)
    const byVariance = shape / (shape / lognormalMean(rate) + 2)
    expect(byVariance / exact(0.05, 5, 0, 2)).toBeLessThan(0.3)
  })

  it('has a mean between what was believed and what was seen', () => {
    fc.assert(
      fc.property(cases, ([low, width, events, years]) => {
        const { priorMean, posteriorMean } = updated(low, low * width, events, years)
        const seen = events / years
        expect(posteriorMean).toBeGreaterThanOrEqual(Math.min(priorMean, seen) * (1 - 1e-12))
        expect(posteriorMean).toBeLessThanOrEqual(Math.max(priorMean, seen) * (1 + 1e-12))
      }),
    )
  })

  it('rises with every event and falls with time in which nothing more happened; both make it surer', () => {
    fc.assert(
      fc.property(cases, ([low, width, events, years]) => {
        const { posteriorMean, posterior, prior } = updated(low, low * width, events, years)
        expect(updated(low, low * width, events + 1, years).posteriorMean).toBeGreaterThan(posteriorMean)
        expect(updated(low, low * width, events, 2 * years).posteriorMean).toBeLessThan(posteriorMean)
        expect(posterior.shape).toBeGreaterThanOrEqual(prior.shape)
      }),
    )
  })

  it('does not depend on the unit of time', () => {
    fc.assert(
      fc.property(cases, ([low, width, events, years]) => {
        const yearly = updated(low, low * width, events, years)
        const monthly = updated(low / 12, (low * width) / 12, events, years * 12)
        expect((monthly.posteriorMean * 12) / yearly.posteriorMean).toBeCloseTo(1, 9)
        expect((monthly.interval.high * 12) / yearly.interval.high).toBeCloseTo(1, 9)
      }),
    )
  })

  it('takes in two years one after the other as both at once', () => {
    const once = updated(0.2, 2, 3, 2)
    const first = updated(0.2, 2, 2, 1)
    const second = updated(first.interval.low, first.interval.high, 1, 1)
    expect(second.posteriorMean / once.posteriorMean).toBeCloseTo(1, 6)
  })

  it('is nothing for what is no estimate or no count', () => {
    expect(updateRate({ low: 0, high: 1 }, 1, 1)).toBeNull()
    expect(updateRate({ low: 1, high: 2 }, -1, 1)).toBeNull()
    expect(updateRate({ low: 1, high: 2 }, 1, Number.NaN)).toBeNull()
    expect(updateRate({ low: 1, high: 1 }, 5, 1)?.posteriorMean).toBeCloseTo(1, 3)
  })
})
