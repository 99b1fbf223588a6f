import { describe, expect, test } from 'vitest'
import { annexAControls } from './annex-a.ts'
import data from './data/prowler-iso27001-map.json' with { type: 'json' }
import { annexAIdsOfProwlerCheck, prowlerMapSource, prowlerProviders } from './prowler-map.ts'

const order = new Map(annexAControls.map((control, index) => [control.id, index]))

describe('the Prowler map', () => {
  test('knows the checks of three providers', () => {
    expect(prowlerProviders).toEqual(['aws', 'azure', 'gcp'])
    const checks = Object.values(data.providers).map((provider) => Object.keys(provider).length)
    expect(checks).toEqual([335, 110, 54])
  })

  test('pairs ids with ids and holds no other text', () => {
    for (const checks of Object.values(data.providers)) {
      for (const [checkId, annexAIds] of Object.entries(checks)) {
        expect(checkId).toMatch(/^[a-z0-9_]+$/)
        expect(annexAIds.length, checkId).toBeGreaterThan(0)
        const positions = annexAIds.map((id) => order.get(id) ?? -1)
        expect(positions, checkId).toEqual([...new Set(positions)].sort((a, b) => a - b))
        expect(Math.min(...positions), checkId).toBeGreaterThanOrEqual(0)
      }
    }
  })

  test('answers for a check of its provider and stays empty for anything else', () => {
    expect(annexAIdsOfProwlerCheck('azure', 'entra_privileged_user_has_mfa')).toContain('A.5.2')
    expect(annexAIdsOfProwlerCheck('aws', 'entra_privileged_user_has_mfa')).toEqual([])
    for (const text of ['__proto__', 'constructor', 'toString', '']) {
      expect(annexAIdsOfProwlerCheck(text, 'entra_privileged_user_has_mfa')).toEqual([])
      expect(annexAIdsOfProwlerCheck('aws', text)).toEqual([])
    }
  })

  test('names its source, commit and licence', () => {
    expect(prowlerMapSource.source).toContain('prowler-cloud/prowler')
    expect(prowlerMapSource.commit).toMatch(/^[0-9a-f]{12}$/)
    expect(prowlerMapSource.licence).toBe('Apache-2.0')
  })
})
