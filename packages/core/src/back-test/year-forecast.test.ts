import { describe, expect, it } from 'vitest'
import { exactEngine } from '../loss/exact/price-exact.ts'
import type { Scenario } from '../loss/model/portfolio.ts'
import { resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { tailOf } from '../portfolio/tail.ts'
import { forecastOfCurve, forecastOfTail } from './year-forecast.ts'

const scenarios: readonly Scenario[] = Array.from({ length: 40 }, (_, i) => ({
  id: `s${i}`,
  frequency: { type: 'poisson', rate: 0.5 },
  severity: { type: 'lognormal90', low: 100_000, high: 2_000_000 },
}))
const curve = exactEngine(resolvePortfolio({ scenarios })).curve()

describe('where a year fell', () => {
  it('is read from the distribution of a year: half of all years are as bad as the median', () => {
    const forecast = forecastOfCurve(curve)
    expect(forecast.asMuchOrMore(forecast.medianMinor)).toBeCloseTo(0.5, 3)
    expect(forecast.asMuchOrMore(forecast.highMinor)).toBeCloseTo(0.05, 3)
    expect(forecast.asMuchOrMore(0)).toBe(1)
    expect(forecast.lowMinor).toBeLessThan(forecast.medianMinor)
    expect(forecast.isExact).toBe(true)
  })

  it('is close from a few written figures, where the whole distribution would take too long', () => {
    const exact = forecastOfCurve(curve)
    const written = forecastOfTail(curve.mean, tailOf(curve))
    for (const share of [0.7, 1, 1.3, 1.6]) {
      const loss = exact.medianMinor * share
      expect(Math.abs(written.asMuchOrMore(loss) - exact.asMuchOrMore(loss))).toBeLessThan(0.05)
    }
    expect(written.isExact).toBe(false)
  })

  it('says what it can where most years cost nothing', () => {
    const rare = exactEngine(resolvePortfolio({ scenarios: scenarios.slice(0, 1) })).curve()
    const written = forecastOfTail(rare.mean, tailOf(rare))
    expect(written.asMuchOrMore(0)).toBe(1)
    expect(written.asMuchOrMore(1e12)).toBe(0)
  })
})
