import { describe, expect, test } from 'vitest'
import { betaNodes } from '../quadrature/beta-nodes.ts'
import { gammaNodes } from '../quadrature/gamma-nodes.ts'
import { normalNodes } from '../quadrature/normal-nodes.ts'
import { meanOf, productNodes, reduceNodes } from '../quadrature/reduce-nodes.ts'
import type { CountLaw } from './count-law.ts'
import { frequencyOf } from './frequency-of.ts'
import { gammaRate, learnRate } from './learn-rate.ts'
import { rateNodesOf, reduceRates } from './rate-nodes.ts'

const laws: readonly [string, CountLaw][] = [
  ['Poisson', frequencyOf({ type: 'poisson', rate: 2.5 })],
  ['a frequent Poisson', frequencyOf({ type: 'poisson', rate: 900 })],
  ['yes or no', frequencyOf({ type: 'bernoulli', p: 0.3 })],
  ['binomial', frequencyOf({ type: 'binomial', n: 12, p: 0.05 })],
  ['a long binomial', frequencyOf({ type: 'binomial', n: 20_000, p: 0.4 })],
  ['negative binomial', frequencyOf({ type: 'negbin', mean: 3, r: 1.5 })],
  ['zero-inflated', frequencyOf({ type: 'zip', pZero: 0.6, rate: 2 })],
  ['lognormal rate', frequencyOf({ type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.2, high: 2 } })],
  ['PERT rate', frequencyOf({ type: 'mixedPoisson', rate: { type: 'pert', min: 0.1, mode: 0.5, max: 3 } })],
  ['uniform rate', frequencyOf({ type: 'mixedPoisson', rate: { type: 'uniform', min: 0, max: 3 } })],
]

describe.each(laws)('%s', (_name, law) => {
  const probabilities = law.probabilities()
  const sum = (value: (n: number) => number) => probabilities.reduce((total, p, n) => total + p * value(n), 0)

  test('the other events of a random event have the derivative of the generating function', () => {
    // Near 1, where the generating function of a frequent count has not died away.
    const [z, step] = [1 - 1 / (1 + law.mean), 1e-3 / (1 + law.mean)]
    const slope = (law.pgfAt(z + step) - law.pgfAt(z - step)) / (2 * step)
    expect((law.mean * law.others().pgfAt(z)) / slope).toBeCloseTo(1, 5)
  })

  test('its probabilities add up to 1 and have its mean and variance', () => {
    expect(sum(() => 1)).toBeCloseTo(1, 12)
    expect(sum((n) => n) / law.mean).toBeCloseTo(1, 10)
    expect(sum((n) => (n - law.mean) ** 2) / law.variance).toBeCloseTo(1, 9)
  })

  test('its generating function is that of its probabilities, real and complex', () => {
    expect(law.pgfAt(0.7)).toBeCloseTo(
      sum((n) => 0.7 ** n),
      12,
    )
    expect(law.pgfAt(0)).toBeCloseTo(probabilities[0] ?? 0, 14)
    const [size, angle] = [0.98, 0.6]
    const z = Float64Array.of(size * Math.cos(angle), 1, size * Math.sin(angle), 0)
    const out = new Float64Array(4)
    law.pgf(z, out)
    expect(out[0]).toBeCloseTo(
      sum((n) => size ** n * Math.cos(n * angle)),
      11,
    )
    expect(out[2]).toBeCloseTo(
      sum((n) => size ** n * Math.sin(n * angle)),
      11,
    )
    expect([out[1], out[3]]).toEqual([expect.closeTo(1, 12), expect.closeTo(0, 12)])
  })

  test('thinning keeps each event with a chance: P(1 − q + qz)', () => {
    expect(law.thinned(0.4).pgfAt(0.3)).toBeCloseTo(law.pgfAt(1 - 0.4 + 0.4 * 0.3), 12)
    expect(law.thinned(0).pgfAt(0)).toBeCloseTo(1, 14)
  })

  test('multiplying a rate multiplies the mean, where there is a rate', () => {
    const twice = law.multiplied(2)
    if (twice !== null) expect(twice.mean / law.mean).toBeCloseTo(2, 12)
    else expect(_name).toMatch(/binomial|yes/)
  })
})

describe('quadrature', () => {
  test('the normal rule has the moments 1, 3, 15', () => {
    const { values, weights } = normalNodes(12)
    const moment = (k: number) => values.reduce((sum, x, i) => sum + (weights[i] ?? 0) * x ** k, 0)
    expect([moment(0), moment(2), moment(4), moment(6)].map((x) => Math.round(x * 1e10) / 1e10)).toEqual([1, 1, 3, 15])
  })

  test('gamma and beta rules have their laws’ means and variances', () => {
    for (const [nodes, mean, variance] of [
      [gammaNodes(4, 0.25, 10), 1, 0.25],
      [betaNodes(2, 4, 0, 1, 10), 1 / 3, (1 / 3) * (2 / 3) * (1 / 7)],
      [betaNodes(1, 1, 2, 4, 10), 3, 1 / 3],
    ] as const) {
      expect(meanOf(nodes)).toBeCloseTo(mean, 13)
      const squares = { values: nodes.values.map((x) => x * x), weights: nodes.weights }
      expect(meanOf(squares) - mean * mean).toBeCloseTo(variance, 13)
    }
  })

  test('fewer points keep the moments', () => {
    const many = productNodes(betaNodes(2, 4, 0, 1, 20), betaNodes(3, 2, 0, 1, 20))
    const few = reduceNodes(many, 6)
    expect(few.values.length).toBe(6)
    for (const k of [0, 1, 2, 5, 11]) {
      const moment = ({ values, weights }: typeof few) => meanOf({ values: values.map((x) => x ** k), weights })
      expect(moment(few) / moment(many)).toBeCloseTo(1, 12)
    }
  })

  test('a law on two points needs two', () => {
    const two = { values: Float64Array.of(1, 1, 3, 3), weights: Float64Array.of(0.2, 0.3, 0.25, 0.25) }
    expect([...reduceNodes(two, 3).values].map((x) => Math.round(x * 1e9) / 1e9)).toEqual([1, 3])
  })

  test('a lognormal rate on sixteen points prices a quiet year to 1e-8', () => {
    const fine = rateNodesOf({ type: 'lognormal90', low: 0.2, high: 2 })
    const quiet = ({ values, weights }: typeof fine) => meanOf({ values: values.map((x) => Math.exp(-x)), weights })
    expect(Math.abs(quiet(reduceRates(fine, 16)) - quiet(fine))).toBeLessThan(1e-8)
    expect(quiet(fine)).toBeCloseTo(0.5110205496437139, 12)
  })
})

test('a belief about a rate learns: three incidents in two years move once a year, give or take a half, to 1.17', () => {
  const learnt = learnRate(gammaRate({ mean: 1, cv: 0.5 }), 3, 2)
  expect(learnt.shape * learnt.scale).toBeCloseTo(7 / 6, 12)
})
