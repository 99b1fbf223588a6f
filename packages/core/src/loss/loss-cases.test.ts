import { describe, expect, test } from 'vitest'
import { lossCases } from '../test/loss-cases.ts'
import { dragged, priceExact } from './exact/price-exact.ts'
import { tailValueAtRisk } from './loss-curve.ts'
import { parsePortfolio } from './model/parse-portfolio.ts'
import { resolvePortfolio } from './model/resolve-portfolio.ts'
import { priceSimulated } from './simulate/simulated-curve.ts'

const relative = (value: number, expected: number) => Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-300)

describe.each(lossCases)('$name', ({ portfolio: data, mean, sd, pZero, within, tail }) => {
  const { portfolio } = parsePortfolio(data)
  if (portfolio === null) throw new Error('The case is not a portfolio')
  const resolved = resolvePortfolio(portfolio)
  const curve = priceExact(resolved)

  test('mean, standard deviation and chance of nothing to 1e-10', () => {
    expect(relative(curve.mean, mean)).toBeLessThan(1e-10)
    expect(relative(curve.sd, sd)).toBeLessThan(1e-10)
    expect(Math.abs(curve.pZero - pZero)).toBeLessThan(1e-10)
  })

  test.each(tail)('value at risk and its tail at %s', (p, var_, tvar) => {
    if (var_ === 0) expect(curve.quantile(p)).toBe(0)
    else expect(relative(curve.quantile(p), var_)).toBeLessThan(2e-6 + within)
    expect(relative(tailValueAtRisk(curve, p), tvar)).toBeLessThan(2e-6 + within)
  })

  test('while dragging, on 4096 points, to 2e-3 where one range is enough', () => {
    const quick = priceExact(resolved, dragged)
    for (const [p, , tvar] of tail) expect(relative(tailValueAtRisk(quick, p), tvar)).toBeLessThan(2e-3)
  })

  test('65,536 simulated years agree', () => {
    const years = 65_536
    const simulated = priceSimulated(resolved, 7, years)
    expect(Math.abs(simulated.mean - mean) / (sd / Math.sqrt(years))).toBeLessThan(4.5)
    for (const [p] of tail) {
      const q = curve.quantile(p) * (1 + 1e-7)
      const chance = curve.cdf(q)
      expect(Math.abs(simulated.cdf(q) - chance) / Math.sqrt((chance * (1 - chance)) / years)).toBeLessThan(4.5)
    }
  })
})
