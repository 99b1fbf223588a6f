import { describe, expect, it } from 'vitest'
import { mixedPoissonCount } from '../loss/frequency/mixed-poisson-count.ts'
import { rateNodesOf } from '../loss/frequency/rate-nodes.ts'
import { pooledCount } from './pooled-count.ts'
import { type CountForecast, countForecast, type ForecastStretch } from './predictive-count.ts'

const stretch = (low: number, high: number, years: number, keptShare = 1): ForecastStretch => ({
  frequency: { low, high },
  years,
  keptShare,
})
const forecast = (stretches: readonly ForecastStretch[], observed: number): CountForecast => {
  const made = countForecast(stretches, observed)
  if (made === null) throw new Error('no forecast')
  return made
}

describe('the forecast of a count', () => {
  it('is Poisson when the rate is certain', () => {
    const made = forecast([stretch(2, 2, 1)], 4)
    expect(made.mean).toBeCloseTo(2, 12)
    expect(made.asManyOrMore).toBeCloseTo(0.14287653950145296, 12)
    expect(made.asFewOrFewer).toBeCloseTo(0.947346982656289, 12)
    expect(made.logScore).toBeCloseTo(Math.log(0.09022352215774179), 12)
    expect(made).toMatchObject({ low: 0, high: 5, observed: 4, canMissLow: false })
  })

  it('is the mixed law of the engine when it is not, over the watched time that controls let through', () => {
    const law = mixedPoissonCount(rateNodesOf({ type: 'lognormal90', low: 1, high: 6 }))
    const probabilities = law.probabilities()
    const made = forecast([stretch(1, 6, 2, 0.5)], 3)
    expect(made.mean).toBeCloseTo(law.mean, 10)
    expect(made.variance).toBeCloseTo(law.variance, 8)
    expect(made.logScore).toBeCloseTo(Math.log(probabilities[3] ?? 0), 9)
    expect(made.asFewOrFewer).toBeCloseTo(
      probabilities.slice(0, 4).reduce((sum, p) => sum + p, 0),
      8,
    )
  })

  it('adds stretches under different estimates', () => {
    const made = forecast([stretch(2, 2, 1), stretch(3, 3, 1)], 5)
    const once = forecast([stretch(5, 5, 1)], 5)
    expect(made.asManyOrMore).toBeCloseTo(once.asManyOrMore, 10)
    expect(made).toMatchObject({ low: once.low, high: once.high })
  })

  it('goes on smoothly where counting ends, and takes frequent events', () => {
    const counted = forecast([stretch(1_000, 2_500, 1)], 1_400)
    const sized = forecast([stretch(1_000, 2_500, 1.4)], 1_960)
    expect(counted.asManyOrMore).toBeCloseTo(sized.asManyOrMore, 1)
    const frequent = forecast([stretch(10_000, 1_000_000, 3)], 20_000)
    expect(frequent.asFewOrFewer).toBeLessThan(0.2)
    expect(frequent.canMissLow).toBe(true)
  })

  it('says how surprising no event is, and too many', () => {
    expect(forecast([stretch(8, 12, 1)], 0).asFewOrFewer).toBeLessThan(1e-3)
    expect(forecast([stretch(0.01, 0.02, 1)], 30).asManyOrMore).toBeLessThan(1e-12)
    expect(forecast([stretch(0.01, 0.02, 1)], 30).logScore).toBeLessThan(-50)
  })

  it('is nothing without an estimate or without time', () => {
    expect(countForecast([], 3)).toBeNull()
    expect(countForecast([stretch(1, 2, 0)], 3)).toBeNull()
    expect(countForecast([stretch(0, 2, 1)], 3)).toBeNull()
  })
})

describe('forecasts as one', () => {
  it('are Poisson when all rates are certain', () => {
    const pooled = pooledCount([forecast([stretch(2, 2, 1)], 3), forecast([stretch(3, 3, 1)], 4)])
    const once = forecast([stretch(5, 5, 1)], 7)
    expect(pooled).toMatchObject({ observed: 7, low: once.low, high: once.high })
    expect(pooled?.asManyOrMore).toBeCloseTo(once.asManyOrMore, 10)
    expect(pooled?.asFewOrFewer).toBeCloseTo(once.asFewOrFewer, 10)
  })

  it('are wider than Poisson when they are not, and nothing without any', () => {
    const wide = pooledCount([forecast([stretch(0.5, 8, 1)], 3), forecast([stretch(0.5, 8, 1)], 4)])
    expect(wide?.variance).toBeGreaterThan(2 * (wide?.mean ?? 0))
    expect(wide?.high).toBeGreaterThan(10)
    expect(pooledCount([])).toBeNull()
  })
})
