import { describe, expect, test } from 'vitest'
import { dragged, type ExactSettings, settled } from '../exact/price-exact.ts'
import type { Control, Portfolio, Scenario } from '../model/portfolio.ts'
import { gradients } from './gradients.ts'
import { measurePricer, type RiskMeasure } from './risk-measure.ts'

const constant = (value: number) => ({ type: 'constant', value }) as const
const lognormal = (low: number, high: number) => ({ type: 'lognormal90', low, high }) as const
const pert = (min: number, mode: number, max: number) => ({ type: 'pert', min, mode, max }) as const
const measures: readonly RiskMeasure[] = [{ kind: 'mean' }, { kind: 'var', p: 0.95 }, { kind: 'tvar', p: 0.9 }]

const own = (id: string, effect: Control['effect'], effectiveness: Control['effectiveness'], assurance: number) => {
  return { id, effect, effectiveness, assurance }
}
const scenarios: readonly Scenario[] = [
  {
    id: 'fixed',
    frequency: { type: 'poisson', rate: 2 },
    severity: lognormal(20_000, 500_000),
    controls: ['A', own('fixed-own', 'frequency', constant(0.3), 0.8), 'C'],
  },
  {
    id: 'mixed',
    frequency: { type: 'mixedPoisson', rate: lognormal(0.2, 2) },
    severity: { type: 'gamma', shape: 2, scale: 60_000 },
    controls: [
      own('mixed-own', 'frequency', pert(0.2, 0.5, 0.8), 0.6),
      own('smaller', 'severity', pert(0.1, 0.4, 0.6), 0.7),
    ],
  },
  {
    id: 'detected',
    frequency: { type: 'negbin', mean: 1.5, r: 1.2 },
    severity: lognormal(50_000, 300_000),
    eventCap: 1_000_000,
    secondary: { probability: 0.3, severity: lognormal(10_000, 80_000) },
    containment: { saved: 0.6 },
    controls: [own('see', 'detect', constant(0.8), 0.9), own('answer', 'respond', constant(0.7), 0.5), 'A'],
  },
  {
    id: 'yes or no',
    frequency: { type: 'bernoulli', p: 0.3 },
    severity: lognormal(30_000, 900_000),
    controls: [
      'C',
      own('on or off', 'frequency', constant(0.7), 0.6),
      own('idle', 'frequency', pert(0.1, 0.3, 0.6), 0),
    ],
  },
]
const portfolio: Portfolio = {
  controls: [own('A', 'frequency', constant(0.6), 0.9), own('C', 'severity', constant(0.4), 0.5)],
  scenarios: scenarios.map((one) => {
    if (one.id !== 'yes or no') return one
    const controls = one.controls?.map((link) =>
      typeof link === 'object' && 'effect' in link && link.id === 'on or off' ? { ...link, onOff: true } : link,
    )
    return { ...one, controls: controls ?? [] }
  }),
}

/** Fine enough for differences, and the same lattices for both. */
const fine: ExactSettings = { ...settled, size: 8_192, ranges: 2 }
const coarse: ExactSettings = { ...dragged, size: 2_048 }

/** Central differences of prices. */
function differences(of: Portfolio, measure: RiskMeasure, settings = fine) {
  const price = measurePricer(of, measure, settings)
  const step = 0.01
  return (id: string, assurance: number) => {
    const [low, high] = [Math.max(0, assurance - step), assurance + step]
    const at = (value: number) => price((before, one) => (one === id ? value : before))
    return (at(high) - at(low)) / (high - low)
  }
}

describe('gradients', () => {
  describe.each(measures)('of %o', (measure) => {
    const { byControl, byScenario } = gradients(portfolio, measure, { settings: fine })
    const difference = differences(portfolio, measure)

    test.each([
      ['A', 0.9],
      ['C', 0.5],
      ['fixed-own', 0.8],
      ['mixed-own', 0.6],
      ['smaller', 0.7],
      ['see', 0.9],
      ['answer', 0.5],
      ['on or off', 0.6],
    ] as const)('by the assurance of %s is the difference of prices', (id, assurance) => {
      expect((byControl.get(id) ?? 0) / difference(id, assurance)).toBeCloseTo(1, 3)
    })

    test('by an assurance of 0 is what the first bit of it takes off', () => {
      const price = measurePricer(portfolio, measure, fine)
      const at = (value: number) => price((before, id) => (id === 'idle' ? value : before))
      // Forward, of second order.
      const slope = (4 * at(0.01) - at(0.02) - 3 * at(0)) / 0.02
      expect((byControl.get('idle') ?? 0) / slope).toBeCloseTo(1, 2)
    })

    test('by a rate is the difference of prices', () => {
      const step = 0.005
      const changed = (factor: number): Portfolio => ({
        ...portfolio,
        scenarios: portfolio.scenarios.map((one): Scenario => {
          return one.id === 'fixed' ? { ...one, frequency: { type: 'poisson', rate: 2 * factor } } : one
        }),
      })
      const price = (factor: number) => measurePricer(changed(factor), measure, fine)((a) => a)
      const slope = (price(1 + step) - price(1 - step)) / (4 * step)
      expect((byScenario.get('fixed') ?? 0) / slope).toBeCloseTo(1, 2)
    })
  })
})

describe('gradients where scenarios share something', () => {
  const shared: Portfolio = {
    controls: [
      { ...own('A', 'frequency', pert(0.3, 0.6, 0.9), 0.8), group: 'g' },
      { ...own('B', 'frequency', constant(0.5), 0.5), group: 'g' },
      own('C', 'severity', pert(0.2, 0.4, 0.6), 0.6),
    ],
    commonCauses: [{ group: 'g', independence: 0.4 }],
    scenarios: [
      {
        id: 'x',
        frequency: { type: 'poisson', rate: 1.5 },
        severity: lognormal(20_000, 400_000),
        controls: ['A', 'B', 'C'],
      },
      {
        id: 'y',
        frequency: { type: 'poisson', rate: 0.8 },
        severity: lognormal(10_000, 800_000),
        controls: [{ control: 'A', coverage: 0.5 }, 'C'],
      },
    ],
  }
  // Each shared thing multiplies the points of the others.
  const certain: Portfolio = {
    ...shared,
    controls: [
      { ...own('A', 'frequency', constant(0.6), 0.8), group: 'g' },
      { ...own('B', 'frequency', constant(0.5), 0.5), group: 'g' },
      own('C', 'severity', constant(0.4), 0.6),
    ],
  }
  const cases: readonly [string, Portfolio][] = [
    ['uncertain shared controls', shared],
    ['a common factor', { ...certain, commonFactor: { type: 'gamma', cv: 0.5 } }],
    ['a shock', { ...certain, commonShocks: [{ rate: 0.3, scenarios: ['x', 'y'] }] }],
    ['yearly insurance', { ...certain, aggregateInsurance: { deductible: 200_000, limit: 300_000 } }],
    ['a copula', { ...certain, copula: { type: 'gaussian', rho: 0.4 } }],
  ]

  test.each(cases)('%s', (_name, of) => {
    for (const measure of [{ kind: 'mean' }, { kind: 'tvar', p: 0.9 }, { kind: 'var', p: 0.9 }] as const) {
      const { byControl } = gradients(of, measure, { settings: coarse })
      const difference = differences(of, measure, coarse)
      for (const [id, assurance] of [
        ['A', 0.8],
        ['B', 0.5],
        ['C', 0.6],
      ] as const) {
        const slope = difference(id, assurance)
        // On a coarse lattice, and on fewer points for what is shared than a price has.
        expect(Math.abs((byControl.get(id) ?? 0) - slope)).toBeLessThan(0.03 * Math.abs(slope) + 1e-6)
      }
    }
  })

  test('a limit that binds leaves nothing to gain', () => {
    const limited: Portfolio = {
      ...shared,
      maxReduction: 0.3,
      controls: [own('A', 'frequency', constant(0.9), 0.8)],
      scenarios: [
        { id: 'x', frequency: { type: 'poisson', rate: 1.5 }, severity: lognormal(20_000, 400_000), controls: ['A'] },
      ],
    }
    for (const measure of measures) expect(gradients(limited, measure).byControl.get('A')).toBeCloseTo(0, 6)
  })

  test('controls of one name add up', () => {
    const both = gradients(shared, { kind: 'mean' }, { keyOf: (_scenario, control) => control.effect })
    const apart = gradients(shared, { kind: 'mean' })
    expect(both.byControl.get('frequency')).toBeCloseTo(
      (apart.byControl.get('A') ?? 0) + (apart.byControl.get('B') ?? 0),
      6,
    )
  })
})
