import { expect, test } from 'vitest'
import type { Control, Portfolio, Scenario } from '../model/portfolio.ts'
import { attribute } from './attribute-controls.ts'
import { attributeMean } from './attribute-mean.ts'

const pert = (mode: number): Control['effectiveness'] => ({ type: 'pert', min: mode - 0.2, mode, max: mode + 0.2 })
const control = (id: string, effect: Control['effect'], mode: number, assurance = 0.8): Control => {
  return { id, effect, effectiveness: pert(mode), assurance }
}
const scenario = (id: string, controls: Scenario['controls']): Scenario => ({
  id,
  frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.2, high: 2 } },
  severity: { type: 'lognormal90', low: 10_000, high: 500_000 },
  containment: { saved: 0.6 },
  ...(controls === undefined ? {} : { controls }),
})

const portfolio: Portfolio = {
  controls: [control('A', 'frequency', 0.5), control('B', 'severity', 0.4), control('idle', 'frequency', 0.5, 0)],
  scenarios: [
    scenario('R1', ['A', control('own', 'frequency', 0.7), 'idle']),
    scenario('R2', ['A', { control: 'B', coverage: 0.5 }, control('own', 'frequency', 0.3)]),
    scenario('R3', [control('seen', 'detect', 0.6), control('met', 'respond', 0.5), 'B']),
    scenario('R4', undefined),
  ],
  commonShocks: [{ rate: 0.2, scenarios: ['R1', 'R3'] }],
  maxReduction: 0.95,
}

test('the mean is shared out scenario by scenario as it is by whole portfolios, and the shares add up', () => {
  const quick = attributeMean(portfolio)
  const whole = attribute(portfolio, { kind: 'mean' })
  expect(quick.inherent / whole.inherent).toBeCloseTo(1, 11)
  expect(quick.current / whole.current).toBeCloseTo(1, 11)
  expect(quick.controls.map(({ id }) => id)).toEqual(whole.controls.map(({ id }) => id))
  quick.controls.forEach((one, at) => {
    for (const way of ['leaveOneOut', 'firstIn', 'shapley'] as const)
      expect(Math.abs(one[way] - (whole.controls[at]?.[way] ?? 0))).toBeLessThan(1e-8 * whole.inherent)
  })
  const shared = quick.controls.reduce((sum, { shapley }) => sum + shapley, 0)
  expect(shared / (quick.inherent - quick.current)).toBeCloseTo(1, 11)
})

test('a scenario with many controls is shared out by random orders, and still adds up', () => {
  const many = Array.from({ length: 11 }, (_, k) => control(`C${k}`, k % 2 === 0 ? 'frequency' : 'severity', 0.3))
  const { inherent, current, controls } = attributeMean({ scenarios: [scenario('R', many)] })
  expect(controls.reduce((sum, { shapley }) => sum + shapley, 0) / (inherent - current)).toBeCloseTo(1, 9)
})
