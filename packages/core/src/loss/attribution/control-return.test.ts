import { describe, expect, test } from 'vitest'
import type { Portfolio } from '../model/portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import { annualCost, controlReturn, withoutControl } from './control-return.ts'

const rate = { type: 'lognormal90', low: 0.5, high: 3 } as const
const portfolioWith = (assurance: number): Portfolio => ({
  scenarios: [
    {
      id: 'R1',
      frequency: { type: 'mixedPoisson', rate },
      severity: { type: 'lognormal90', low: 10_000, high: 200_000 },
      controls: [
        {
          id: 'A/frequency',
          effect: 'frequency',
          effectiveness: { type: 'pert', min: 0.2, mode: 0.5, max: 0.8 },
          assurance,
        },
        { id: 'B/loss', effect: 'severity', effectiveness: { type: 'constant', value: 0.3 }, assurance: 1 },
      ],
    },
    { id: 'R2', frequency: { type: 'poisson', rate: 2 }, severity: { type: 'lognormal90', low: 5_000, high: 90_000 } },
  ],
})
const meanOf = (portfolio: Portfolio) => lossMoments(resolvePortfolio(portfolio)).mean

describe('the return on a control', () => {
  test('costs a part of what it cost once, and what it costs every year', () => {
    expect(annualCost({ once: 30_000, lifetimeYears: 5, yearly: 4_000 })).toBe(10_000)
    expect(annualCost({ once: 30_000, lifetimeYears: 0, yearly: 0 })).toBe(30_000)
  })

  test('of one that is there is what stopping it would cost', () => {
    const now = portfolioWith(0.8)
    const without = withoutControl(now, (id) => id.startsWith('A/'))
    const gain = meanOf(without) - meanOf(now)
    const cost = { once: 0, lifetimeYears: 1, yearly: gain / 2 }
    const one = controlReturn(without, now, cost, { points: 256 })
    expect(one.gain.mean / gain).toBeCloseTo(1, 1)
    expect(one.rosi?.mean).toBeCloseTo(1, 1)
    expect(one.gain.low).toBeLessThan(one.gain.median)
    expect(one.rosi?.low).toBeCloseTo((one.gain.low - gain / 2) / (gain / 2), 9)
    expect(one.chanceItPays).toBeGreaterThan(0.7)
    expect(one.chanceItPays).toBeLessThan(1)
  })

  test('of a planned one is what having it brings; a scenario it does not reach adds no noise', () => {
    const one = controlReturn(portfolioWith(0), portfolioWith(1), { once: 0, lifetimeYears: 1, yearly: 0 })
    expect(one.rosi).toBeNull()
    expect(one.chanceItPays).toBe(1)
    expect(one.gain.low).toBeGreaterThan(0)
    const nothing = controlReturn(portfolioWith(0.5), portfolioWith(0.5), { once: 0, lifetimeYears: 1, yearly: 1_000 })
    expect(nothing.gain).toEqual({ mean: 0, low: 0, median: 0, high: 0 })
    expect(nothing.rosi).toEqual({ mean: -1, low: -1, median: -1, high: -1 })
    expect(nothing.chanceItPays).toBe(0)
  })
})
