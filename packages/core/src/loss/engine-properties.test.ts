import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { discretise } from './exact/discretise.ts'
import { lattice } from './exact/lattice.ts'
import { latticeCurve } from './exact/lattice-curve.ts'
import { portfolioSpectrum } from './exact/portfolio-spectrum.ts'
import { dragged, exactEngine, priceExact } from './exact/price-exact.ts'
import { exceedance, tailValueAtRisk } from './loss-curve.ts'
import { parsePortfolio } from './model/parse-portfolio.ts'
import type { Control, Portfolio, Scenario } from './model/portfolio.ts'
import { inState, withAssurances } from './model/portfolio-state.ts'
import { resolvePortfolio } from './model/resolve-portfolio.ts'
import { lossMoments } from './moments/loss-moments.ts'
import { severityOf } from './severity/severity-of.ts'
import { simulateBlock } from './simulate/simulate-block.ts'
import { simulationModel } from './simulate/simulation-model.ts'

const share = fc.double({ min: 0, max: 1, noNaN: true })
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true })

const effectiveness: fc.Arbitrary<Control['effectiveness']> = fc.oneof(
  share.map((value) => ({ type: 'constant' as const, value })),
  fc.tuple(between(0, 0.4), between(0.4, 0.6), between(0.6, 1)).map(([min, mode, max]) => {
    return { type: 'pert' as const, min, mode, max }
  }),
)

const control: fc.Arbitrary<Control> = fc.record({
  effect: fc.constantFrom('frequency' as const, 'severity' as const, 'detect' as const, 'respond' as const),
  effectiveness,
  assurance: share,
})

const frequency: fc.Arbitrary<Scenario['frequency']> = fc.oneof(
  between(0.01, 4).map((rate) => ({ type: 'poisson' as const, rate })),
  share.map((p) => ({ type: 'bernoulli' as const, p })),
  fc.tuple(between(0.1, 3), between(0.3, 5)).map(([mean, r]) => ({ type: 'negbin' as const, mean, r })),
  between(0.05, 1).map((low) => {
    return { type: 'mixedPoisson' as const, rate: { type: 'lognormal90' as const, low, high: 8 * low } }
  }),
)

const severity: fc.Arbitrary<Scenario['severity']> = fc.oneof(
  fc.tuple(between(1e3, 1e5), between(2, 60)).map(([low, ratio]) => {
    return { type: 'lognormal90' as const, low, high: low * ratio }
  }),
  fc.tuple(between(0.5, 4), between(1e4, 1e5)).map(([shape, scale]) => ({ type: 'gamma' as const, shape, scale })),
)

const portfolios: fc.Arbitrary<Portfolio> = fc.record({
  controls: fc
    .array(control, { minLength: 2, maxLength: 2 })
    .map((all) => all.map((one, at) => ({ ...one, id: `C${at}` }))),
  scenarios: fc
    .array(fc.record({ frequency, severity, controls: fc.array(control, { maxLength: 2 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((all) =>
      all.map(
        (one, at): Scenario => ({
          ...one,
          id: `R${at}`,
          controls: [...one.controls, ...(at % 2 === 0 ? ['C0'] : ['C1'])],
          containment: { saved: 0.6 },
        }),
      ),
    ),
})

const levels = [0.5, 0.8, 0.95, 0.99]
// The engine gives the same bits everywhere, so a fixed seed fails everywhere or nowhere; other seeds are for those who look for more.
const runs = { numRuns: 25, seed: 20261124 }
const resolved = (portfolio: Portfolio) => resolvePortfolio(portfolio)

describe('any portfolio', () => {
  test('is what the parser accepts, and its moments are finite', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        expect(parsePortfolio(portfolio).problems).toEqual([])
        const { mean, variance, pZero } = lossMoments(resolved(portfolio))
        expect(mean >= 0 && variance >= 0 && pZero >= 0 && pZero <= 1 + 1e-12 && variance < 1e18).toBe(true)
      }),
      runs,
    )
  })

  test('re-priced after a change is bit for bit what a fresh price on the same lattices is', () => {
    fc.assert(
      fc.property(portfolios, share, fc.nat(3), (portfolio, assurance, at) => {
        const before = resolved(portfolio)
        const engine = exactEngine(before, dragged)
        const first = portfolio.scenarios[at % portfolio.scenarios.length]
        const changed = {
          ...withAssurances(portfolio, (one) => (one.id === 'C0' ? assurance : one.assurance)),
          scenarios: portfolio.scenarios.map((one): Scenario => {
            return one === first ? { ...one, frequency: { type: 'poisson', rate: 0.7 } } : one
          }),
        }
        const after = resolvePortfolio(changed, before)
        const incremental = engine.change(after)
        const fresh = exactEngine(resolved(changed), dragged, engine.lattices).curve()
        for (const p of levels) expect(incremental.quantile(p)).toBe(fresh.quantile(p))
        for (const x of [1e4, 1e5, 1e6]) expect(incremental.cdf(x)).toBe(fresh.cdf(x))
        const back = engine.change(resolvePortfolio(portfolio, after))
        for (const p of levels)
          expect(back.quantile(p)).toBe(exactEngine(before, dragged, engine.lattices).curve().quantile(p))
      }),
      runs,
    )
  })

  test('costs the same in another currency', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const scaled: Portfolio = {
          ...portfolio,
          scenarios: portfolio.scenarios.map((one) => ({ ...one, severity: inCurrency(one.severity, 8) })),
        }
        const [here, there] = [priceExact(resolved(portfolio), dragged), priceExact(resolved(scaled), dragged)]
        expect(there.mean / Math.max(here.mean, 1e-9)).toBeCloseTo(here.mean > 1e-6 ? 8 : 0, 9)
        for (const p of levels)
          expect(Math.abs(there.quantile(p) - 8 * here.quantile(p))).toBeLessThanOrEqual(
            1e-6 * here.mean + 1e-6 * there.quantile(p),
          )
      }),
      runs,
    )
  })

  test('never costs more with a better control: in money exceeded with any probability, and in every simulated year', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const better = withAssurances(portfolio, ({ assurance }) => assurance + (1 - assurance) / 2)
        const inherent = resolved(inState(portfolio, 'inherent'))
        const engine = exactEngine(inherent, dragged)
        const [none, now, then] = [engine.curve(), engine.change(resolved(portfolio)), engine.change(resolved(better))]
        for (const x of [1e3, 3e4, 1e5, 3e5, 1e6, 1e7]) {
          expect(exceedance(now, x)).toBeLessThanOrEqual(exceedance(none, x) + 1e-5)
          expect(exceedance(then, x)).toBeLessThanOrEqual(exceedance(now, x) + 1e-5)
        }
        const years = [portfolio, better].map((one) => simulateBlock(simulationModel(resolved(one), 5), 1))
        const isWorse = years[1]?.some((loss, at) => loss > (years[0]?.[at] ?? 0))
        expect(isWorse).toBe(false)
      }),
      runs,
    )
  })

  test('has an exceedance curve that only falls, and a tail that is never better than its threshold', () => {
    fc.assert(
      fc.property(portfolios, (portfolio) => {
        const curve = priceExact(resolved(portfolio), dragged)
        const points = Array.from({ length: 60 }, (_, k) => 10 ** (2 + k / 10))
        for (let k = 1; k < points.length; k++)
          expect(exceedance(curve, points[k] ?? 0)).toBeLessThanOrEqual(exceedance(curve, points[k - 1] ?? 0) + 1e-12)
        for (const p of levels) expect(tailValueAtRisk(curve, p)).toBeGreaterThanOrEqual(curve.quantile(p))
      }),
      runs,
    )
  })
})

function inCurrency(severity: Scenario['severity'], factor: number): Scenario['severity'] {
  if (severity.type === 'lognormal90') return { ...severity, low: severity.low * factor, high: severity.high * factor }
  return severity.type === 'gamma' ? { ...severity, scale: severity.scale * factor } : severity
}

describe('laws of the engine', () => {
  const lognormal = { type: 'lognormal90', low: 20_000, high: 500_000 } as const
  const poisson = (rate: number, id: string): Scenario => ({
    id,
    frequency: { type: 'poisson', rate },
    severity: lognormal,
  })

  test('two Poisson scenarios of one severity are one of the summed rate', () => {
    const two = priceExact(resolved({ scenarios: [poisson(0.4, 'a'), poisson(0.9, 'b')] }))
    const one = priceExact(resolved({ scenarios: [poisson(1.3, 'a')] }))
    for (const p of levels) expect(two.quantile(p) / one.quantile(p)).toBeCloseTo(1, 7)
    expect(two.sd / one.sd).toBeCloseTo(1, 14)
  })

  test('a control that proves nothing changes not a bit', () => {
    const nothing = {
      effect: 'frequency',
      effectiveness: { type: 'pert', min: 0.2, mode: 0.5, max: 0.9 },
      assurance: 0,
    } as const
    const plain: Portfolio = { scenarios: [poisson(1.3, 'a')] }
    const idle: Portfolio = { scenarios: [{ ...poisson(1.3, 'a'), controls: [nothing] }] }
    const [a, b] = [priceExact(resolved(plain)), priceExact(resolved(idle))]
    for (const p of levels) expect(b.quantile(p)).toBe(a.quantile(p))
    expect([b.mean, b.sd, b.pZero]).toEqual([a.mean, a.sd, a.pZero])
  })

  test('halving the step divides the error by four', () => {
    const portfolio = resolved({ scenarios: [poisson(3, 'a')] })
    const tail = (size: number) =>
      tailValueAtRisk(exactEngine(portfolio, { ...dragged, size }, [lattice(size, 6e6, 6)]).curve(), 0.9)
    const truth = tail(65_536)
    const ratio = (tail(2_048) - truth) / (tail(4_096) - truth)
    expect(ratio).toBeGreaterThan(3.5)
    expect(ratio).toBeLessThan(4.6)
  })

  test('contained or not is not the same as every loss scaled: the mean is, the tail is worse', () => {
    const base: Scenario = { ...poisson(2, 'a'), containment: { saved: 0.7 } }
    const of = (effect: 'detect' | 'respond' | 'severity', value: number) =>
      ({ effect, effectiveness: { type: 'constant', value }, assurance: 1 }) as const
    const contained = priceExact(
      resolved({ scenarios: [{ ...base, controls: [of('detect', 0.75), of('respond', 0.8)] }] }),
    )
    const scaled = priceExact(resolved({ scenarios: [{ ...base, controls: [of('severity', 0.42)] }] }))
    expect(contained.mean / scaled.mean).toBeCloseTo(1, 12)
    expect(contained.quantile(0.99) / scaled.quantile(0.99)).toBeGreaterThan(1.15)
  })

  test('the recursion of Panjer gives the same masses', () => {
    const grid = lattice(1_024, 3e6, 4)
    const masses = new Float64Array(grid.size)
    discretise(severityOf(lognormal), grid, masses)
    for (const [frequency, a, b, first] of [
      [{ type: 'poisson', rate: 1.4 }, 0, 1.4, Math.exp(-1.4 * (1 - (masses[0] ?? 0)))],
      [{ type: 'negbin', mean: 2, r: 1.5 }, 4 / 7, (0.5 * 4) / 7, (1 + (4 / 3) * (1 - (masses[0] ?? 0))) ** -1.5],
    ] as const) {
      const curve = latticeCurve(
        portfolioSpectrum(resolved({ scenarios: [{ frequency, severity: lognormal }] }), grid, dragged).current(),
        grid,
        0,
      )
      const g = [first]
      let sum = first
      for (let k = 1; k < grid.size; k++) {
        let next = 0
        for (let j = 1; j <= k; j++) next += (a + (b * j) / k) * (masses[j] ?? 0) * (g[k - j] ?? 0)
        g.push(next / (1 - a * (masses[0] ?? 0)))
        sum += g[k] ?? 0
        if (k % 50 === 0) expect(Math.abs(curve.cdf((k + 0.4999999) * grid.step) - sum)).toBeLessThan(2e-8)
      }
    }
  })
})

describe('the simulation', () => {
  const scenarios: readonly Scenario[] = Array.from({ length: 5 }, (_, k) => ({
    id: `R${k}`,
    frequency: k % 2 === 0 ? { type: 'poisson', rate: 0.5 + k } : { type: 'negbin', mean: 1, r: 2 },
    severity: { type: 'lognormal90', low: 1_000 * (k + 1), high: 90_000 },
  }))

  test('does not depend on the order of the scenarios, nor on what was simulated before', () => {
    const one = simulationModel(resolved({ scenarios }), 9)
    const other = simulationModel(resolved({ scenarios: scenarios.toReversed() }), 9)
    simulateBlock(other, 3)
    expect(simulateBlock(other, 7)).toEqual(simulateBlock(one, 7))
  })

  test('draws a control of one scenario alone apart from another scenario’s control of the same id', () => {
    const own: Control = {
      id: 'A',
      effect: 'frequency',
      effectiveness: { type: 'uniform', min: 0, max: 1 },
      assurance: 1,
    }
    const [one, other] = scenarios
    if (one === undefined || other === undefined) throw new Error('no scenarios')
    const apart = { scenarios: [one, other].map((scenario) => ({ ...scenario, controls: [own] })) }
    const keys = simulationModel(resolved(parsePortfolio(apart).portfolio ?? apart), 9).controls.map(({ key }) => key)
    expect(new Set(keys).size).toBe(2)
  })

  test('differs between blocks and between seeds', () => {
    const model = simulationModel(resolved({ scenarios }), 9)
    expect(simulateBlock(model, 1)).not.toEqual(simulateBlock(model, 2))
    expect(simulateBlock(simulationModel(resolved({ scenarios }), 10), 1)).not.toEqual(simulateBlock(model, 1))
  })
})
