import { describe, expect, test } from 'vitest'
import { currencies } from './currencies.ts'
import { significantIncidentsPerYear } from './incident-frequency.ts'
import { frequencyWithoutControls } from './ordinary-controls.ts'
import { sectorIds } from './sectors.ts'
import { type EstimateRequest, suggestEstimate } from './threat-estimate.ts'
import { threats } from './threats.ts'

const saas: EstimateRequest = {
  threatId: 'T-ransomware-phishing',
  sector: 'information_saas',
  headcount: 50,
  yearlyRevenueMinor: 600_000_000,
  currency: 'USD',
  usdPerUnit: 1,
}

const estimate = (change: Partial<EstimateRequest> = {}) => suggestEstimate({ ...saas, ...change })

/** Mean of the lognormal with a 90 % interval. */
function meanOf({ low, high }: { readonly low: number; readonly high: number }): number {
  const mu = (Math.log(low) + Math.log(high)) / 2
  const sigma = Math.log(high / low) / (2 * 1.6448536269514722)
  return Math.exp(mu + (sigma * sigma) / 2)
}

describe('a suggested estimate', () => {
  test('takes loss quantiles from the revenue tier and cuts them at the revenue', () => {
    // Below 100M USD: exp(12.7855 -+ 1.645 * 1.9687) = 14.0k and 9.1M USD; revenue 6M USD.
    expect(estimate()).toMatchObject({ lossMinor: { low: 1_400_000, high: 600_000_000 }, lossCapMinor: 600_000_000 })
    expect(estimate({ yearlyRevenueMinor: 5_000_000_000 })).toMatchObject({
      lossMinor: { low: 1_400_000, high: 910_000_000 },
      lossCapMinor: 5_000_000_000,
    })
  })

  test('adds up over all scenarios to the published rate, once the ordinary controls are back', () => {
    for (const sector of sectorIds) {
      const total = threats
        .map(({ id }) => [frequencyWithoutControls(id), estimate({ sector, threatId: id })] as const)
        .reduce((sum, [without, suggested]) => sum + (suggested ? meanOf(suggested.frequencyPerYear) / without : 0), 0)
      // Two significant digits are kept of each part.
      expect(total / significantIncidentsPerYear(sector, 6_000_000), sector).toBeGreaterThan(0.97)
      expect(total / significantIncidentsPerYear(sector, 6_000_000), sector).toBeLessThan(1.03)
    }
  })

  test('is ordered, positive, in whole minor units and within its cap, for every sector, size, scenario and currency', () => {
    let suggestions = 0
    for (const sector of sectorIds) {
      for (const headcount of [1, 20, 50, 500, 5_000, 100_000]) {
        for (const [index, { id }] of threats.entries()) {
          const currency = currencies[index % currencies.length]
          if (!currency) throw new Error('no currency')
          const suggested = suggestEstimate({
            threatId: id,
            sector,
            headcount,
            yearlyRevenueMinor: null,
            currency: currency.code,
            usdPerUnit: currency.usdPerUnit,
          })
          if (!suggested) continue
          suggestions += 1
          const { frequencyPerYear, lossMinor, lossCapMinor } = suggested
          expect(0 < frequencyPerYear.low && frequencyPerYear.low < frequencyPerYear.high).toBe(true)
          expect(0 < lossMinor.low && lossMinor.low < lossMinor.high).toBe(true)
          expect(Number.isSafeInteger(lossMinor.low) && Number.isSafeInteger(lossMinor.high)).toBe(true)
          expect(lossMinor.high).toBeLessThanOrEqual(lossCapMinor)
        }
      }
    }
    expect(suggestions).toBeGreaterThan(5000)
  })

  test('converts by the given rate and the currency’s minor unit', () => {
    const low = (currency: string, usdPerUnit: number) =>
      estimate({ currency, usdPerUnit, yearlyRevenueMinor: null })?.lossMinor.low
    expect(low('USD', 1)).toBe(1_400_000)
    expect(low('EUR', 2)).toBe(700_000)
    expect(low('JPY', 0.01)).toBe(1_400_000)
    expect(low('KWD', 1)).toBe(14_000_000)
  })

  test('assumes the revenue from the headcount and says so', () => {
    const assumed = estimate({ yearlyRevenueMinor: null })
    expect(assumed?.lossCapMinor).toBe(50 * 200_000 * 100)
    expect(assumed?.basis).toContain('assumed from 50 people at 200,000 USD a head')
  })

  test('names its sources and its limits', () => {
    const basis = estimate()?.basis ?? ''
    for (const part of [
      'IRIS 2025 Figure 8',
      'IRIS 2025 Table 1',
      'DBIR 2025',
      'relevance 3 of 3',
      'in organisations with ordinary controls, taken as 50 % of what the suggested controls do; without any control ',
      'as given',
      'Converted at 1 USD for 1 USD',
      'Order of magnitude: edit.',
    ]) {
      expect(basis).toContain(part)
    }
    expect(estimate({ sector: 'transport' })?.basis).not.toContain('For comparison')
  })

  test.each([
    ['a scenario that incident studies do not count', { threatId: 'T-fire' }],
    ['an unknown scenario', { threatId: 'T-nothing' }],
    ['a scenario that is not typical of the sector', { threatId: 'T-ot-disruption', sector: 'professional_services' }],
    ['a revenue below the smallest loss', { yearlyRevenueMinor: 1_000_000 }],
  ] as const)('is null for %s', (_, change) => {
    expect(estimate(change)).toBeNull()
  })

  test.each([
    ['usdPerUnit', { usdPerUnit: 0 }],
    ['usdPerUnit', { usdPerUnit: Number.NaN }],
    ['usdPerUnit', { usdPerUnit: Number.POSITIVE_INFINITY }],
    ['yearlyRevenueMinor', { yearlyRevenueMinor: -1 }],
    ['yearlyRevenueMinor', { yearlyRevenueMinor: Number.NaN }],
    ['"space"', { sector: 'space' as 'other' }],
    ['headcount', { headcount: 0 }],
  ] as const)('refuses bad input and names it: %s', (name, change) => {
    expect(() => estimate(change)).toThrow(RangeError)
    expect(() => estimate(change)).toThrow(name)
  })
})
