import { expect, test } from 'vitest'
import { lognormalFrom90 } from '../lognormal.ts'
import { betaNodes } from '../quadrature/beta-nodes.ts'
import { certainly, productNodes } from '../quadrature/reduce-nodes.ts'
import type { Nodes } from './count-law.ts'
import { mixedPoissonCount } from './mixed-poisson-count.ts'
import { gridPgf, lognormalRateGrid } from './rate-grid.ts'
import { rateNodesOf } from './rate-nodes.ts'

// Points of the unit disc as a loss's transform takes them: 1 at first, then anything.
const z = Float64Array.from({ length: 400 }, (_, k) => {
  const [radius, angle] = [0.97 ** (k % 200), (k % 200) * 0.31]
  return k < 200 ? radius * Math.cos(angle) : radius * Math.sin(angle)
})

const half: Nodes = { values: Float64Array.of(0, 0.6), weights: Float64Array.of(0.25, 0.75) }

test.each([
  ['a rare event, known well', 0.01, 0.03, certainly(1), 1],
  ['a yearly one', 0.3, 3, certainly(0.4), 1],
  ['under an uncertain control', 0.3, 3, betaNodes(3, 2, 0.1, 0.9, 8), 1],
  ['under a control that may stop it', 1, 9, half, 1],
  ['a frequent one, hardly known', 0.5, 20, betaNodes(2, 3, 0, 1, 8), 20],
])('the grid of a lognormal rate gives its generating function: %s', (_what, low, high, share, factor) => {
  const rate = lognormalFrom90({ low, high })
  if (rate === null) throw new Error('no law')
  const exact = new Float64Array(z.length)
  mixedPoissonCount(productNodes(rateNodesOf({ type: 'lognormal90', low, high }), share)).pgf(z, exact)
  for (const [step, error] of [
    [0.35, 3e-5],
    [0.24, 1e-7],
  ] as const) {
    const grid = lognormalRateGrid(rate, share, step)
    if (grid === null) throw new Error('no grid')
    const out = new Float64Array(z.length)
    gridPgf(grid, z, out)
    expect(Math.max(...out.map((value, k) => Math.abs(value - (exact[k] ?? 0))))).toBeLessThan(factor * error)
  }
})

test('a rate that is known nearly for sure has no grid: few points by a Gauss rule are less', () => {
  expect(lognormalRateGrid({ mu: 0, sigma: 0.05 }, certainly(1), 0.24)).toBeNull()
  expect(lognormalRateGrid({ mu: 0, sigma: 0 }, certainly(1), 0.24)).toBeNull()
  expect(lognormalRateGrid({ mu: 0, sigma: 1 }, certainly(0), 0.24)).toBeNull()
})
