import { deriveStanding } from '@sinew/core/chain/derive-standing.ts'
import { anAcceptance, aSnapshot, day, million } from '@sinew/core/test/sample-chain.ts'
import { describe, expect, test } from 'vitest'
import { changesUntil } from './changes-until.ts'

describe('what will be different', () => {
  // A restore test every 180 days halves a risk of €400k a year; accepted at €200k.
  const snapshot = aSnapshot({ acceptances: [anAcceptance()] })
  const now = deriveStanding(snapshot, day(0))

  test('is nothing while the proof lasts', () => {
    expect(changesUntil(snapshot, now, day(180))).toEqual({ lines: [], risks: [], acceptances: [] })
  })

  test('is the line, the risk and the acceptance once it has faded', () => {
    const changes = changesUntil(snapshot, now, day(270))
    expect(changes.lines).toMatchObject([{ ref: 'A.8.13', before: 'proven', after: 'stale', assuranceBefore: 1 }])
    expect(changes.lines[0]?.assuranceAfter).toBeCloseTo(0.5)
    expect(changes.risks).toMatchObject([{ ref: 'R-12' }])
    expect(changes.risks[0]?.afterMinor).toBeCloseTo(30 * million)
    expect(changes.acceptances).toMatchObject([{ ref: 'R-12', reasons: [expect.stringContaining('grew')] }])
  })
})
