import { describe, expect, test } from 'vitest'
import {
  generalLoss,
  getRevenueTierLoss,
  getRevenueTierProbability,
  getSectorLoss,
  lossSources,
  sectorLosses,
} from './sector-loss.ts'
import { sectorIds } from './sectors.ts'
import { findVcdbSectorLoss, vcdbSectorLosses } from './vcdb-sector-loss.ts'

const z90 = 1.28155
const z95 = 1.64485

describe('sector losses', () => {
  test('cover the twelve sectors in order, each with a sourced yearly probability', () => {
    expect(sectorLosses.map((loss) => loss.sector)).toEqual(sectorIds)
    for (const { sector, annualProbabilityOfSignificantIncident: probability } of sectorLosses) {
      expect(probability.value > 0 && probability.value < 1, sector).toBe(true)
      expect(probability.source, sector).toMatch(/IRIS 2025/)
    }
  })

  test('give a sourced loss with the median below the 90 % quantile, or say that none was seen', () => {
    for (const { sector, loss, lossNote } of sectorLosses) {
      if (loss === null) expect(lossNote, sector).toMatch(/No per-sector loss/)
      else {
        expect(loss.source, sector).not.toBe('')
        expect(loss.p50, sector).toBeLessThan(loss.p90)
        expect(loss.lognormal.mu, sector).toBeCloseTo(Math.log(loss.p50), 3)
        expect(loss.lognormal.sigma, sector).toBeCloseTo(Math.log(loss.p90 / loss.p50) / z90, 3)
      }
    }
    expect(sectorLosses.filter((loss) => loss.loss === null).map((loss) => loss.sector)).toEqual([
      'energy_utilities',
      'transport',
      'hospitality',
    ])
  })

  test('name every benchmark and every report', () => {
    for (const { sector, meanBenchmarks } of sectorLosses) {
      for (const { meanUSD, source } of meanBenchmarks) expect(meanUSD > 0 && source !== '', sector).toBe(true)
    }
    for (const { name, how, licence } of lossSources) expect(how !== '' && licence !== '', name).toBe(true)
  })
})

describe('losses and probabilities by revenue', () => {
  test('fit the lognormal through median and 95 % quantile', () => {
    for (const { tier, p50, p95, lognormal } of generalLoss.byRevenue) {
      expect(lognormal.mu, tier).toBeCloseTo(Math.log(p50), 3)
      expect(lognormal.sigma, tier).toBeCloseTo(Math.log(p95 / p50) / z95, 3)
    }
  })

  test.each([
    [0, '<100M', '<10M'],
    [9_999_999, '<100M', '<10M'],
    [10_000_000, '<100M', '10M-100M'],
    [100_000_000, '100M-1B', '100M-1B'],
    [5e9, '1B-10B', '1B-10B'],
    [5e10, '>10B', '10B-100B'],
    [5e11, '>10B', '>100B'],
  ])('revenue of %d USD', (revenueUsd, lossTier, probabilityTier) => {
    expect(getRevenueTierLoss(revenueUsd).tier).toBe(lossTier)
    expect(getRevenueTierProbability(revenueUsd).tier).toBe(probabilityTier)
  })

  test.each([Number.NaN, -1])('refuse a revenue of %d', (revenueUsd) => {
    expect(() => getRevenueTierLoss(revenueUsd)).toThrow(RangeError)
    expect(() => getRevenueTierProbability(revenueUsd)).toThrow(RangeError)
  })

  test('grow with revenue', () => {
    const probabilities = generalLoss.annualProbabilityByRevenue.tiers.map((tier) => tier.memberTable)
    expect(probabilities).toEqual([...probabilities].sort((a, b) => a - b))
    const medians = generalLoss.byRevenue.map((tier) => tier.p50)
    expect(medians).toEqual([...medians].sort((a, b) => a - b))
  })
})

test('losses seen in disclosed incidents cover the same sectors and say how few they are', () => {
  expect(vcdbSectorLosses.map((loss) => loss.sector)).toEqual(sectorIds)
  for (const { sector, lossUSD, recordsPerIncident } of vcdbSectorLosses) {
    for (const sample of [lossUSD, recordsPerIncident]) {
      expect(Number.isInteger(sample.n) && sample.n > 0, sector).toBe(true)
      expect(sample.median, sector).toBeLessThanOrEqual(sample.p90)
    }
  }
  expect(findVcdbSectorLoss('healthcare')?.lossUSD.n).toBe(32)
})

test('an unknown sector is named', () => {
  expect(() => getSectorLoss('space' as 'other')).toThrow('"space"')
})
