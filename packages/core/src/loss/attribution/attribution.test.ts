import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dragged } from '../exact/price-exact.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { withAssurances } from '../model/portfolio-state.ts'
import { attribute } from './attribute-controls.ts'
import { aumannShapleyShares } from './aumann-shapley.ts'
import { bestTreatments } from './best-treatments.ts'
import { marginalNext } from './marginal-next.ts'
import { measurePricer } from './risk-measure.ts'
import { sampledShapleyValues } from './sampled-shapley.ts'
import { shapleyValues } from './shapley.ts'
import { treatmentPricer } from './treatment-pricer.ts'

const constant = (value: number) => ({ type: 'constant', value }) as const
const portfolio: Portfolio = {
  controls: [
    { id: 'A', effect: 'frequency', effectiveness: constant(0.6), assurance: 0.9 },
    { id: 'B', effect: 'frequency', effectiveness: constant(0.5), assurance: 0.4 },
    { id: 'C', effect: 'severity', effectiveness: constant(0.4), assurance: 1 },
    { id: 'idle', effect: 'severity', effectiveness: constant(0.3), assurance: 0 },
  ],
  scenarios: [
    {
      frequency: { type: 'poisson', rate: 2 },
      severity: { type: 'lognormal90', low: 20_000, high: 500_000 },
      controls: ['A', 'B', 'C'],
    },
    {
      frequency: { type: 'poisson', rate: 0.5 },
      severity: { type: 'gamma', shape: 2, scale: 60_000 },
      controls: ['B', 'idle'],
    },
  ],
}

describe('what controls are worth', () => {
  test.each([{ kind: 'mean' }, { kind: 'var', p: 0.95 }, { kind: 'tvar', p: 0.9 }] as const)(
    'shares of %o add up',
    (measure) => {
      const { inherent, current, controls } = attribute(portfolio, measure)
      const sum = controls.reduce((total, { shapley }) => total + shapley, 0)
      expect(sum / (inherent - current)).toBeCloseTo(1, 9)
      expect(controls.find(({ id }) => id === 'idle')).toEqual({ id: 'idle', leaveOneOut: 0, firstIn: 0, shapley: 0 })
      // What the last one adds understates, what the first one adds overstates.
      for (const { leaveOneOut, firstIn, shapley } of controls) {
        expect(leaveOneOut).toBeLessThanOrEqual(shapley + 1e-6)
        expect(shapley).toBeLessThanOrEqual(firstIn + 1e-6)
      }
    },
  )

  test('shares of twenty controls add up, and are near those of random orders', () => {
    const many: Portfolio = {
      scenarios: Array.from({ length: 5 }, (_, at) => {
        return {
          id: `R${at}`,
          frequency: { type: 'poisson' as const, rate: 0.4 + at },
          severity: { type: 'lognormal90' as const, low: 10_000, high: 200_000 * (at + 1) },
          controls: Array.from({ length: 4 }, (__, k) => {
            const effect = k === 3 ? ('severity' as const) : ('frequency' as const)
            return { id: `C${at}${k}`, effect, effectiveness: constant(0.2 + 0.1 * k), assurance: 0.5 + 0.1 * k }
          }),
        }
      }),
    }
    for (const measure of [{ kind: 'mean' }, { kind: 'var', p: 0.95 }] as const) {
      const { inherent, current, controls } = attribute(many, measure, { settings: dragged })
      const price = measurePricer(many, measure, dragged)
      const ids = controls.map(({ id }) => id)
      const sampled = sampledShapleyValues(
        ids.length,
        (isIn) => inherent - price((assurance, id) => (isIn[ids.indexOf(id)] === true ? assurance : 0)),
        8,
        5,
      )
      expect(controls.reduce((sum, { shapley }) => sum + shapley, 0) / (inherent - current)).toBeCloseTo(1, 9)
      controls.forEach(({ shapley }, at) => {
        expect(Math.abs(shapley - (sampled[at] ?? 0)) / (inherent - current)).toBeLessThan(0.02)
      })
    }
  })

  test('where a measure jumps random orders are taken, and still add up', () => {
    const jumping: Portfolio = {
      scenarios: Array.from({ length: 13 }, (_, at) => {
        return {
          id: `R${at}`,
          frequency: { type: 'bernoulli' as const, p: 0.3 },
          severity: { type: 'constant' as const, value: 1_000 },
          controls: [{ id: `C${at}`, effect: 'frequency' as const, effectiveness: constant(0.9), assurance: 0.5 }],
        }
      }),
    }
    const { inherent, current, controls } = attribute(jumping, { kind: 'var', p: 0.9 }, { settings: dragged })
    expect(controls.reduce((sum, { shapley }) => sum + shapley, 0)).toBeCloseTo(inherent - current, 6)
  })

  test('what to prove next is what would take off most', () => {
    const next = marginalNext(portfolio, { kind: 'mean' })
    expect(next.map(({ id }) => id)[0]).toBe('B')
    expect(next.find(({ id }) => id === 'C')?.worth).toBe(0)
    const price = measurePricer(portfolio, { kind: 'mean' })
    const gained = price((assurance) => assurance) - price((assurance, id) => (id === 'B' ? 1 : assurance))
    expect(next[0]?.worth).toBeCloseTo(gained, 6)
  })

  test('a measure is the same through the pricer as of the changed portfolio alone', () => {
    const price = measurePricer(portfolio, { kind: 'var', p: 0.95 })
    const direct = attribute(
      withAssurances(portfolio, () => 0.3),
      { kind: 'var', p: 0.95 },
    )
    expect(price(() => 0.3) / direct.current).toBeCloseTo(1, 5)
  })
})

describe('Shapley values', () => {
  // A glove game: players 0 and 1 have a left glove, 2 a right one; a pair is worth 1.
  const gloves = (isIn: (player: number) => boolean) => (isIn(2) && (isIn(0) || isIn(1)) ? 1 : 0)

  test('of the glove game are 1/6, 1/6, 4/6', () => {
    const values = shapleyValues(3, (bits) => gloves((player) => (bits & (1 << player)) !== 0))
    expect([...values].map((value) => Math.round(value * 6e9) / 1e9)).toEqual([1, 1, 4])
  })

  test('from random orders come near them and add up exactly', () => {
    const values = sampledShapleyValues(3, (isIn) => gloves((player) => isIn[player] === true), 400, 3)
    expect(values[2]).toBeCloseTo(4 / 6, 1)
    expect((values[0] ?? 0) + (values[1] ?? 0) + (values[2] ?? 0)).toBeCloseTo(1, 12)
  })

  test('along the diagonal add up: a·b·c has equal shares whatever the sizes', () => {
    const shares = aumannShapleyShares([2, 3, 5], ([a = 0, b = 0, c = 0]) => [b * c, a * c, a * b])
    for (const share of shares) expect(share).toBeCloseTo(10, 10)
  })
})

describe('the best treatments within a budget', () => {
  const candidate = fc.record({ annualCost: fc.integer({ min: 1, max: 50 }), gain: fc.integer({ min: 1, max: 100 }) })

  test('are those of a knapsack when gains add up', () => {
    fc.assert(
      fc.property(
        fc.array(candidate, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 5, max: 120 }),
        (items, budget) => {
          const candidates = items.map(({ annualCost }, at) => ({ id: `${at}`, annualCost }))
          const worth = (bought: ReadonlySet<string>) =>
            items.reduce((sum, { gain }, at) => sum - (bought.has(`${at}`) ? gain : 0), 1_000)
          const best = bestTreatments(candidates, budget, worth)
          // Dynamic programming over whole costs.
          const table = Array<number>(budget + 1).fill(0)
          for (const { annualCost, gain } of items)
            for (let left = budget; left >= annualCost; left--)
              table[left] = Math.max(table[left] ?? 0, (table[left - annualCost] ?? 0) + gain)
          expect(best.before - best.value).toBe(table[budget])
          expect(best.annualCost).toBeLessThanOrEqual(budget)
        },
      ),
    )
  })

  test('of many candidates are greedy, and never worse than the best single one', () => {
    const candidates = Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, annualCost: at === 19 ? 100 : 1 }))
    const worth = (bought: ReadonlySet<string>) =>
      1_000 - (bought.has('19') ? 500 : 0) - [...bought].filter((id) => id !== '19').length * 6
    expect(bestTreatments(candidates, 100, worth)).toMatchObject({ ids: ['19'], value: 500, method: 'greedy' })
    expect(bestTreatments(candidates, 10, worth)).toMatchObject({ value: 940, annualCost: 10 })
  })

  test('of a portfolio, by looking up, are those of pricing every set', () => {
    const treatments = ['A', 'B', 'C', 'idle'].map((id) => {
      return { id: `prove ${id}`, raises: (control: string) => (control === id ? 1 : null) }
    })
    const price = measurePricer(portfolio, { kind: 'mean' })
    const looked = treatmentPricer(portfolio, treatments)
    const priced = (bought: ReadonlySet<string>) =>
      price((assurance, id) => (bought.has(`prove ${id}`) ? Math.max(assurance, 1) : assurance))
    for (let bits = 0; bits < 16; bits++) {
      const bought = new Set(treatments.filter((_, at) => (bits & (1 << at)) !== 0).map(({ id }) => id))
      expect(looked(bought) / priced(bought)).toBeCloseTo(1, 12)
    }
    const candidates = treatments.map(({ id }, at) => ({ id, annualCost: 1_000 * (at + 1) }))
    expect(bestTreatments(candidates, 5_000, looked).ids).toEqual(bestTreatments(candidates, 5_000, priced).ids)
  })
})
