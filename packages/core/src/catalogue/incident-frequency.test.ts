import { describe, expect, test } from 'vitest'
import { isInStudy, ransomwareShare, shareIncidents, significantIncidentsPerYear } from './incident-frequency.ts'
import { sectorIds } from './sectors.ts'
import { getThreat, threats } from './threats.ts'

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)

describe('dividing significant incidents over scenarios', () => {
  test.each(sectorIds)('%s: shares sum to one, ransomware to its measured share', (sector) => {
    const shares = shareIncidents(sector)
    expect(sum(shares.map(({ share }) => share))).toBeCloseTo(1, 12)
    const ransomware = shares.filter(({ ranked }) => ranked.threat.category === 'Ransomware and extortion')
    expect(sum(ransomware.map(({ share }) => share))).toBeCloseTo(ransomwareShare, 12)
  })

  test.each(sectorIds)('%s: within a group more relevance means a larger share, none means none', (sector) => {
    const others = shareIncidents(sector).filter(({ ranked }) => ranked.threat.category !== 'Ransomware and extortion')
    for (const a of others) {
      if (a.ranked.relevance === 0) expect(a.share, a.ranked.threat.id).toBe(0)
      for (const b of others) {
        if (a.ranked.relevance > b.ranked.relevance) expect(a.share, a.ranked.threat.id).toBeGreaterThan(b.share)
      }
    }
  })

  test('leaves out what no incident study counts', () => {
    for (const id of ['T-fire', 'T-key-person-loss', 'T-licence-violation', 'T-supplier-failure', 'T-late-detection']) {
      expect(isInStudy(getThreat(id)), id).toBe(false)
    }
    expect(threats.filter(isInStudy)).toHaveLength(73)
  })
})

describe('significant incidents a year', () => {
  test('lie between the rate of the sector and the rate of the size', () => {
    // 8.4 % of the sector, 7.48 % of firms below 10M USD revenue.
    const rate = significantIncidentsPerYear('information_saas', 5_000_000)
    expect(rate).toBeCloseTo(Math.sqrt(Math.log(1 - 0.084) * Math.log(1 - 0.0748)), 12)
    expect(rate).toBeGreaterThan(-Math.log(1 - 0.0748))
    expect(rate).toBeLessThan(-Math.log(1 - 0.084))
  })
})
