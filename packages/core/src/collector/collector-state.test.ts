import { describe, expect, test } from 'vitest'
import type { CollectorInput } from '../chain/chain-snapshot.ts'
import { day } from '../test/sample-chain.ts'
import { deriveCollector } from './collector-state.ts'

const collector: CollectorInput = { id: 'c', name: 'Prowler', cadenceDays: 7, active: true, lastReportAt: day(0) }

describe('a collector that should report every 7 days and did on day 0', () => {
  test.each<[string, Partial<CollectorInput>, number, string]>([
    ['just reported', {}, 0, 'reporting'],
    ['in time', {}, 7, 'reporting'],
    ['one missed', {}, 7.001, 'overdue'],
    ['almost two', {}, 14, 'overdue'],
    ['two missed', {}, 14.001, 'silent'],
    ['never', { lastReportAt: null }, 0, 'silent'],
    ['dated ahead', { lastReportAt: day(3) }, 2, 'silent'],
    ['not a number', { lastReportAt: Number.NaN }, 2, 'silent'],
    ['a rhythm that is none', { cadenceDays: Number.NaN }, 2, 'silent'],
    ['switched off', { active: false }, 0, 'disabled'],
  ])('%s', (_what, fields, now, state) => {
    expect(deriveCollector({ ...collector, ...fields }, day(now)).state).toBe(state)
  })

  test('says so', () => {
    const sentence = (fields: Partial<CollectorInput>, now: number) =>
      deriveCollector({ ...collector, ...fields }, day(now)).sentence
    expect(sentence({}, 1)).toBe('Collector Prowler reports in time.')
    expect(sentence({}, 9)).toBe('Collector Prowler last reported 9 days ago; it should report every 7 days.')
    expect(sentence({ lastReportAt: null }, 9)).toBe(
      'Collector Prowler has never reported; it should report every 7 days.',
    )
    expect(sentence({ active: false }, 9)).toBe('Collector Prowler is switched off: nothing it proved is renewed.')
    expect(deriveCollector(collector, day(1)).dueAt).toBe(day(7))
  })
})
