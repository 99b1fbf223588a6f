import { expect, test } from 'vitest'
import { priceExact } from '../exact/price-exact.ts'
import { tailValueAtRisk } from '../loss-curve.ts'
import type { Portfolio, Scenario } from '../model/portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { simulateBlock } from '../simulate/simulate-block.ts'
import { simulationModel } from '../simulate/simulation-model.ts'
import { quick } from './gradients.ts'
import { tailShares } from './tail-shares.ts'

const lognormal = (low: number, high: number) => ({ type: 'lognormal90', low, high }) as const
const pert = { type: 'pert', min: 0.2, mode: 0.5, max: 0.8 } as const
const scenarios: readonly Scenario[] = [
  {
    id: 'often',
    frequency: { type: 'mixedPoisson', rate: lognormal(2, 12) },
    severity: lognormal(5_000, 60_000),
    controls: [{ id: 'A', effect: 'frequency', effectiveness: pert, assurance: 0.7 }],
  },
  {
    id: 'rare',
    frequency: { type: 'mixedPoisson', rate: lognormal(0.02, 0.5) },
    severity: lognormal(50_000, 1_500_000),
    controls: [{ id: 'B', effect: 'severity', effectiveness: pert, assurance: 0.9 }],
  },
  {
    id: 'clustered',
    frequency: { type: 'negbin', mean: 1, r: 0.7 },
    severity: { type: 'gamma', shape: 2, scale: 30_000 },
  },
  { id: 'yes or no', frequency: { type: 'bernoulli', p: 0.2 }, severity: lognormal(50_000, 300_000) },
]
const portfolio: Portfolio = { scenarios }

/** The losses of every scenario in the same simulated years: a scenario's stream does not depend on what is beside it. */
function simulated(of: Portfolio, blocks: number): readonly Float64Array[] {
  return of.scenarios.map((one) => {
    const { commonShocks: _, ...alone } = of
    const model = simulationModel(resolvePortfolio({ ...alone, scenarios: [one] }), 11)
    return Float64Array.from(
      Array.from({ length: blocks }, (__, block) => Array.from(simulateBlock(model, block))).flat(),
    )
  })
}

test.each([0.5, 0.9, 0.99])('shares at %d add up to what the curve says', (p) => {
  const curve = priceExact(resolvePortfolio(portfolio), quick)
  const shares = tailShares(portfolio, p)
  const sum = (of: 'mean' | 'var' | 'tvar') => shares.reduce((total, one) => total + one[of], 0)
  expect(sum('mean') / curve.mean).toBeCloseTo(1, 12)
  expect(sum('var') / curve.quantile(p)).toBeCloseTo(1, 12)
  expect(sum('tvar') / tailValueAtRisk(curve, p)).toBeCloseTo(1, 12)
})

test('shares of the worst years are those of simulated ones', () => {
  const p = 0.9
  const years = simulated(portfolio, 40)
  const total = Float64Array.from(years[0] ?? [], (_, y) => years.reduce((sum, one) => sum + (one[y] ?? 0), 0))
  const q = total.slice().sort()[Math.floor(p * total.length)] ?? 0
  const worst = Array.from(total.keys()).filter((y) => (total[y] ?? 0) > q)
  tailShares(portfolio, p).forEach(({ tvar }, i) => {
    const own = worst.map((y) => years[i]?.[y] ?? 0)
    const mean = own.reduce((sum, one) => sum + one, 0) / own.length
    const sd = Math.sqrt(own.reduce((sum, one) => sum + (one - mean) ** 2, 0) / own.length)
    expect(Math.abs(tvar - mean) / (sd / Math.sqrt(own.length))).toBeLessThan(4)
  })
})

test('a scenario that is alone drives all of it, and one that never happens nothing', () => {
  const [first] = scenarios
  if (first === undefined) throw new Error('no scenario')
  const never: Scenario = { id: 'never', frequency: { type: 'poisson', rate: 0 }, severity: lognormal(1e3, 1e6) }
  const [all, none] = tailShares({ scenarios: [first, never] }, 0.95)
  const curve = priceExact(resolvePortfolio({ scenarios: [first] }), quick)
  expect((all?.tvar ?? 0) / tailValueAtRisk(curve, 0.95)).toBeCloseTo(1, 6)
  expect(none).toEqual({ id: 'never', mean: 0, var: expect.closeTo(0, 3), tvar: expect.closeTo(0, 3) })
})

test('an amount with a probability of its own is on both sides of the quantile', () => {
  const fixed = (id: string, p: number, value: number): Scenario => {
    return { id, frequency: { type: 'bernoulli', p }, severity: { type: 'constant', value } }
  }
  // S is 0, 1, 2 or 3 with 0.45, 0.05, 0.45, 0.05; the worst 0.3 of years cost 3 (0.05) and 2 (0.25).
  const [small, large] = tailShares({ scenarios: [fixed('small', 0.1, 1_000), fixed('large', 0.5, 2_000)] }, 0.7)
  expect(small?.tvar).toBeCloseTo((0.05 * 1_000) / 0.3, 1)
  expect(large?.tvar).toBeCloseTo(2_000, 1)
  expect(large?.var).toBeCloseTo(2_000, 3)
})

test('events that strike several scenarios at once count for each of them', () => {
  const both: Portfolio = {
    scenarios: [
      { id: 'a', frequency: { type: 'poisson', rate: 0.5 }, severity: lognormal(10_000, 100_000) },
      { id: 'b', frequency: { type: 'poisson', rate: 0.5 }, severity: lognormal(10_000, 100_000) },
      { id: 'c', frequency: { type: 'poisson', rate: 0.5 }, severity: lognormal(10_000, 100_000) },
    ],
    commonShocks: [{ rate: 0.2, scenarios: ['a', 'b'] }],
  }
  const curve = priceExact(resolvePortfolio(both), quick)
  const [a, b, c] = tailShares(both, 0.95)
  expect((a?.tvar ?? 0) + (b?.tvar ?? 0) + (c?.tvar ?? 0)).toBeCloseTo(tailValueAtRisk(curve, 0.95), 3)
  expect((a?.tvar ?? 0) / (b?.tvar ?? 1)).toBeCloseTo(1, 9)
  expect(a?.tvar).toBeGreaterThan(1.2 * (c?.tvar ?? 0))
})
