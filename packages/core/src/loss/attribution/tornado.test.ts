import { describe, expect, test } from 'vitest'
import type { Portfolio } from '../model/portfolio.ts'
import { measurePricer } from './risk-measure.ts'
import { tornado } from './tornado.ts'

const lognormal = (low: number, high: number) => ({ type: 'lognormal90', low, high }) as const
const pert = { type: 'pert', min: 0.2, mode: 0.5, max: 0.8 } as const
const portfolio: Portfolio = {
  scenarios: [
    {
      id: 'vague',
      frequency: { type: 'mixedPoisson', rate: lognormal(0.1, 5) },
      severity: lognormal(50_000, 400_000),
      controls: [{ id: 'A/frequency', effect: 'frequency', effectiveness: pert, assurance: 0.6 }],
    },
    {
      id: 'clear',
      frequency: { type: 'poisson', rate: 1 },
      severity: { type: 'constant', value: 20_000 },
      controls: [
        { id: 'A/loss', effect: 'severity', effectiveness: pert, assurance: 0.6 },
        { id: 'B/frequency', effect: 'frequency', effectiveness: { type: 'constant', value: 0.2 }, assurance: 0.5 },
      ],
    },
  ],
}

describe('a tornado', () => {
  const bars = tornado(portfolio, { kind: 'mean' }, { nameOf: (id) => id.slice(0, 1) })

  test('has what is uncertain, the largest swing first', () => {
    expect(bars[0]).toMatchObject({ kind: 'rate', id: 'vague' })
    const swings = bars.map(({ low, high }) => Math.abs(high - low))
    expect(swings).toEqual(swings.toSorted((a, b) => b - a))
    const names = bars.map(({ kind, id }) => `${kind} ${id}`).toSorted()
    // A certain rate, loss and effect have no swing.
    expect(names).toEqual(['assurance A', 'assurance B', 'effect A', 'loss vague', 'rate vague'])
  })

  test('moves an assurance from nothing to all', () => {
    const price = measurePricer(portfolio, { kind: 'mean' })
    const bar = bars.find(({ kind, id }) => kind === 'assurance' && id === 'A')
    expect(bar?.low).toBeCloseTo(
      price((assurance, id) => (id.startsWith('A') ? 0 : assurance)),
      4,
    )
    expect(bar?.high).toBeCloseTo(
      price((assurance, id) => (id.startsWith('A') ? 1 : assurance)),
      4,
    )
    expect(bar?.low).toBeGreaterThan(bar?.high ?? 0)
  })

  test('of the tail, with no more bars than asked for', () => {
    const tail = tornado(portfolio, { kind: 'var', p: 0.95 }, { most: 2 })
    expect(tail.length).toBe(2)
    expect(tail.map(({ kind, id }) => `${kind} ${id}`).toSorted()).toEqual(['loss vague', 'rate vague'])
    expect(tail[0]?.high).toBeGreaterThan(3 * (tail[0]?.low ?? 0))
  })
})
