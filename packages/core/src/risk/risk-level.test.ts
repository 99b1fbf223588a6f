import { describe, expect, test } from 'vitest'
import { aMethodology, million } from '../test/sample-chain.ts'
import { rateRisk } from './risk-level.ts'

// Three bands each way: up to 0.1 and 1 a year; up to €10k and €250k. Medium from 3, high from 4, critical from 9.
describe('the level of a rate and a loss', () => {
  test.each([
    [0.05, 0.5 * million, 0, 0, 'low'],
    [0.1, million, 0, 0, 'low'],
    [0.11, million, 1, 0, 'low'],
    [0.05, 300 * million, 0, 2, 'medium'],
    [2, 0.5 * million, 2, 0, 'medium'],
    [0.5, 20 * million, 1, 1, 'high'],
    [1, 25 * million + 1, 1, 2, 'high'],
    [1.01, 300 * million, 2, 2, 'critical'],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 2, 2, 'critical'],
  ])('%s events a year of %s', (rate, loss, likelihoodBand, consequenceBand, level) => {
    expect(rateRisk(rate, loss, aMethodology())).toEqual({ likelihoodBand, consequenceBand, level })
  })

  test('a scale that ends keeps what lies beyond in its last band', () => {
    const bounded = aMethodology({ likelihoodBands: [{ name: 'A', description: 'a', upToPerYear: 1 }] })
    expect(rateRisk(5, 0, bounded).likelihoodBand).toBe(0)
    expect(rateRisk(5, 0, aMethodology({ likelihoodBands: [] })).likelihoodBand).toBe(0)
  })
})
