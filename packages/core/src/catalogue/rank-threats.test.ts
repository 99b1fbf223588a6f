import { describe, expect, test } from 'vitest'
import { rankThreats, rateThreat } from './rank-threats.ts'
import { sectorIds } from './sectors.ts'
import { getThreat, threats } from './threats.ts'

describe('ranking threats for a sector', () => {
  test.each(sectorIds)('%s: every scenario once, the most relevant first', (sector) => {
    const ranked = rankThreats(sector)
    expect(new Set(ranked.map(({ threat }) => threat.id))).toEqual(new Set(threats.map((threat) => threat.id)))
    const relevances = ranked.map(({ relevance }) => relevance)
    expect(relevances).toEqual([...relevances].sort((a, b) => b - a))
  })

  test.each(sectorIds)('%s: relevance is the higher of expert rating and observed level', (sector) => {
    for (const { threat, relevance, expertRelevance, observed } of rankThreats(sector)) {
      expect(relevance, threat.id).toBe(Math.max(expertRelevance, observed?.level ?? 0))
    }
  })

  test.each(sectorIds)('%s: every scenario has a reason and its sources', (sector) => {
    for (const { threat, reason, observed, sources } of rankThreats(sector)) {
      expect(reason, threat.id).toMatch(/^Expert rating [0-3] of 3 \(.+\)\./)
      expect(reason.includes('disclosed incidents'), threat.id).toBe(observed !== null)
      expect(sources.join().includes('CC BY-SA 4.0'), threat.id).toBe(observed !== null)
    }
  })

  test('over all sectors 211 ratings are leading, 484 relevant, 362 possible and 35 not typical', () => {
    const all = sectorIds.flatMap((sector) => rankThreats(sector))
    expect([3, 2, 1, 0].map((level) => all.filter(({ relevance }) => relevance === level).length)).toEqual([
      211, 484, 362, 35,
    ])
  })

  test('the same sector gives the same order, and sectors differ', () => {
    const ids = (sector: 'finance' | 'education') => rankThreats(sector).map(({ threat }) => threat.id)
    expect(ids('finance')).toEqual(ids('finance'))
    expect(ids('finance')).not.toEqual(ids('education'))
  })

  test('a reason reads as a sentence a manager understands', () => {
    const rated = rateThreat(getThreat('T-ransomware-phishing'), 'healthcare')
    expect(rated.reason).toBe(
      'Expert rating 3 of 3 (leading). 93 of 901 disclosed incidents of the sector, 2015 to 2020, match (10.3 %). Every sector that cannot stand still is extorted; hospitals, plants, schools and municipalities pay the price of downtime most visibly.',
    )
    expect(rated.sources).toEqual([
      'Expert rating of the Sinew catalogue',
      'VERIS Community Database (VCDB) contributors / Verizon, CC BY-SA 4.0',
    ])
  })

  test('beside a low rating the rationale for other sectors is left out', () => {
    expect(rateThreat(getThreat('T-wiper'), 'healthcare').reason).toBe(
      'Expert rating 1 of 3 (possible). None of 901 disclosed incidents of the sector, 2015 to 2020, matches.',
    )
  })
})
