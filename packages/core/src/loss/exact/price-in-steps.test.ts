import { expect, test } from 'vitest'
import { tailValueAtRisk } from '../loss-curve.ts'
import type { Portfolio } from '../model/portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { dragged, priceExact, settled } from './price-exact.ts'
import { priceInSteps } from './price-in-steps.ts'

const portfolio: Portfolio = {
  controls: [
    { id: 'A', effect: 'frequency', effectiveness: { type: 'pert', min: 0.1, mode: 0.5, max: 0.9 }, assurance: 0.8 },
  ],
  scenarios: Array.from({ length: 60 }, (_, k) => ({
    id: `R${k}`,
    frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.01 * (k + 1), high: 0.1 * (k + 1) } },
    severity: { type: 'lognormal90', low: 1_000 * (k + 1), high: 90_000 + 1_000 * k * k },
    controls: k < 20 ? ['A'] : [],
  })),
}

test.each([
  ['dragged', dragged],
  ['settled on smaller lattices', { ...settled, size: 2_048 }],
])('a portfolio priced in steps, %s, has the same bits as at once', (_name, settings) => {
  const resolved = resolvePortfolio(portfolio)
  const shares: number[] = []
  const steps = priceInSteps(resolved, settings)
  let step = steps.next()
  while (step.done !== true) {
    shares.push(step.value)
    step = steps.next()
  }
  const curve = step.value
  const atOnce = priceExact(resolved, settings)
  for (const p of [0.1, 0.5, 0.9, 0.99, 0.999]) {
    expect(curve.quantile(p)).toBe(atOnce.quantile(p))
    expect(tailValueAtRisk(curve, p)).toBe(tailValueAtRisk(atOnce, p))
  }
  expect([curve.mean, curve.sd, curve.pZero]).toEqual([atOnce.mean, atOnce.sd, atOnce.pZero])
  expect(shares.length).toBeGreaterThan(5)
  expect(shares.every((share, at) => share >= (shares[at - 1] ?? 0) && share <= 1)).toBe(true)
})

test('leaving the steps ends the work', () => {
  const steps = priceInSteps(resolvePortfolio(portfolio), dragged)
  expect(steps.next().done).toBe(false)
  expect(steps.return(priceExact(resolvePortfolio({ scenarios: [] }), dragged)).done).toBe(true)
  expect(steps.next().done).toBe(true)
})
