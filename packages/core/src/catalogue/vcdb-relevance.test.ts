import { describe, expect, test } from 'vitest'
import data from './data/vcdb-relevance.json' with { type: 'json' }
import { sectorIds } from './sectors.ts'
import { findThreat } from './threats.ts'
import { findVcdbObservation, vcdbAttribution } from './vcdb-relevance.ts'

describe('incidents counted in the VERIS Community Database', () => {
  test('name known scenarios and count all twelve sectors', () => {
    expect(Object.keys(data.sectors)).toEqual(sectorIds)
    expect(Object.keys(data.threats)).toHaveLength(58)
    for (const [id, { verisPattern, matched }] of Object.entries(data.threats)) {
      expect(findThreat(id), id).toBeDefined()
      expect(verisPattern, id).toMatch(/^(v|ve|as|ac|c|m|pr|av):/)
      expect(Object.keys(matched), id).toEqual(sectorIds)
    }
  })

  test('never match more incidents than the sector has', () => {
    for (const [id, { matched }] of Object.entries(data.threats)) {
      for (const sector of sectorIds) {
        expect(Number.isInteger(matched[sector]) && matched[sector] >= 0, `${id} ${sector}`).toBe(true)
        expect(matched[sector], `${id} ${sector}`).toBeLessThanOrEqual(data.sectors[sector].incidents)
      }
    }
  })

  test('look back to 2010 only where 2015 to 2020 has too few', () => {
    for (const sector of sectorIds) {
      expect(['2015-2020', '2010-2020'], sector).toContain(data.sectors[sector].window)
      if (data.sectors[sector].window === '2015-2020') {
        expect(data.sectors[sector].incidents, sector).toBeGreaterThanOrEqual(100)
      }
    }
  })

  test.each([
    ['T-ransomware-phishing', 'healthcare', { matched: 93, incidents: 901, level: 3, window: '2015-2020' }],
    ['T-ransomware-phishing', 'public_administration', { matched: 23, incidents: 508, level: 2, window: '2015-2020' }],
    ['T-ransomware-phishing', 'manufacturing', { matched: 4, incidents: 167, level: 1, window: '2010-2020' }],
    ['T-data-theft-extortion', 'finance', { matched: 0, incidents: 260, level: 0, window: '2015-2020' }],
  ] as const)('%s in %s', (threatId, sector, expected) => {
    const observation = findVcdbObservation(threatId, sector)
    expect(observation).toMatchObject(expected)
    expect(observation?.share).toBe(expected.matched / expected.incidents)
  })

  test('say nothing where VERIS has no words for the scenario', () => {
    expect(findVcdbObservation('T-backup-destruction', 'finance')).toBeUndefined()
    expect(findVcdbObservation('T-nothing', 'finance')).toBeUndefined()
  })

  test('carry their attribution', () => {
    expect(vcdbAttribution.licence).toBe('CC BY-SA 4.0')
    expect(vcdbAttribution.name).toContain('VERIS Community Database')
  })
})
