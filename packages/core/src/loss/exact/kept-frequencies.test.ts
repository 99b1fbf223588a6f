import { describe, expect, test } from 'vitest'
import type { Portfolio, Scenario } from '../model/portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { uniform } from '../simulate/random-stream.ts'
import { dragged, exactEngine } from './price-exact.ts'

const levels = [0.05, 0.5, 0.9, 0.95, 0.99, 0.999]

/** Many scenarios of every kind, as an organisation has them. */
function many(count: number): Portfolio {
  const between = (at: number, place: number, low: number, high: number) =>
    low * (high / low) ** uniform(0x5eed, at, place)
  return {
    controls: Array.from({ length: 8 }, (_, at) => ({
      id: `C${at}`,
      effect: 'frequency',
      effectiveness: { type: 'pert', min: 0.2, mode: 0.5, max: 0.9 },
      assurance: between(at, 9, 0.4, 1),
    })),
    maxReduction: 0.95,
    scenarios: Array.from({ length: count }, (_, at): Scenario => {
      const rate = between(at, 1, 0.02, 4)
      const low = between(at, 2, 1e3, 1e5)
      const isSure = at % 3 === 0
      return {
        id: `R${at}`,
        frequency: isSure
          ? { type: 'poisson', rate }
          : { type: 'mixedPoisson', rate: { type: 'lognormal90', low: rate / 3, high: 3 * rate } },
        severity: { type: 'lognormal90', low, high: low * between(at, 3, 3, 60) },
        controls: isSure ? [] : [`C${at % 8}`],
        ...(at % 7 === 0 ? { eventCap: 40 * low } : {}),
      }
    }),
  }
}

describe('a portfolio whose transform dies away early', () => {
  const portfolio = many(160)
  const before = resolvePortfolio(portfolio)
  const engine = exactEngine(before, dragged)
  const all = engine.lattices.map((one) => ({ ...one, kept: one.fourier.half }))

  test('is worked with on few frequencies, and priced as on all of them', () => {
    expect(engine.lattices[0]?.kept).toBeLessThan(512)
    const [few, whole] = [engine.curve(), exactEngine(before, dragged, all).curve()]
    for (const p of levels) expect(Math.abs(few.quantile(p) / whole.quantile(p) - 1)).toBeLessThan(1e-9)
  })

  test.each([160, 400, 1_200])('is given enough of them at once: %i scenarios', (count) => {
    const own = exactEngine(resolvePortfolio(many(count)), dragged)
    const chosen = own.lattices
    own.curve()
    expect(own.lattices).toBe(chosen)
  })

  test('has, after many changes and back, the bits of a fresh price', () => {
    let [now, last] = [portfolio, before]
    const priced = (next: Portfolio) => {
      now = next
      last = resolvePortfolio(next, last)
      return engine.change(last)
    }
    for (let step = 0; step < 6; step++) {
      const at = (17 * step) % now.scenarios.length
      const scenarios = now.scenarios.map((one, k): Scenario => {
        return k === at ? { ...one, frequency: { type: 'poisson', rate: 0.3 + step } } : one
      })
      const controls = now.controls?.map((one, k) => (k === step ? { ...one, assurance: 0.1 * step } : one))
      const curve = priced({ ...now, scenarios, ...(controls && { controls }) })
      const fresh = exactEngine(resolvePortfolio(now), dragged, engine.lattices).curve()
      for (const p of levels) expect(curve.quantile(p)).toBe(fresh.quantile(p))
      expect([curve.mean, curve.sd, curve.pZero]).toEqual([fresh.mean, fresh.sd, fresh.pZero])
    }
    const back = priced(portfolio)
    const first = exactEngine(before, dragged, engine.lattices).curve()
    for (const p of levels) expect(back.quantile(p)).toBe(first.quantile(p))
  })

  test('gets the frequencies it needs when most of it is gone', () => {
    const rare = resolvePortfolio(
      {
        ...portfolio,
        scenarios: portfolio.scenarios.map((one, at): Scenario => {
          return at < 3 ? one : { ...one, frequency: { type: 'poisson', rate: 1e-4 } }
        }),
      },
      before,
    )
    const given = exactEngine(before, dragged, engine.lattices)
    const [curve, whole] = [given.change(rare), exactEngine(rare, dragged, all).curve()]
    expect(given.lattices[0]?.kept).toBeGreaterThan(engine.lattices[0]?.kept ?? 0)
    for (const p of levels) expect(Math.abs(curve.quantile(p) - whole.quantile(p))).toBeLessThan(1e-9 * whole.mean)
  })
})

describe('an engine whose portfolio outgrows its lattices', () => {
  const one = (rate: number, high: number): Portfolio => ({
    scenarios: [
      { id: 'a', frequency: { type: 'poisson', rate }, severity: { type: 'lognormal90', low: 1_000, high } },
      { id: 'b', frequency: { type: 'poisson', rate: 0.5 }, severity: { type: 'lognormal90', low: 100, high: 900 } },
    ],
  })

  test.each([
    ['losses a hundred times as large', one(1, 50_000), one(1, 5_000_000)],
    ['losses that nearly vanish', one(1, 5_000_000), one(1, 2_000)],
    ['a rate far above what was expected', one(1, 50_000), one(3_000, 50_000)],
  ])('chooses them anew: %s', (_what, from, to) => {
    const before = resolvePortfolio(from)
    const engine = exactEngine(before, dragged)
    const changed = engine.change(resolvePortfolio(to, before))
    const fresh = exactEngine(resolvePortfolio(to), dragged).curve()
    for (const p of levels) expect(changed.quantile(p)).toBe(fresh.quantile(p))
  })
})
