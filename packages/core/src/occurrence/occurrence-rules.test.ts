import { describe, expect, it } from 'vitest'
import { correctionRefusals } from './correction-rules.ts'
import { endOfDay, noonOf, occurrenceIssues } from './occurrence-rules.ts'
import { cutTo, union, without, yearMs, yearsOf } from './periods.ts'
import { watchIssues } from './watch-rules.ts'

const now = Date.UTC(2026, 4, 12, 9)
const day = (days: number) => now + days * 86_400_000
const codes = (issues: readonly { readonly code: string }[]) => issues.map(({ code }) => code)

describe('an occurrence', () => {
  const draft = { kind: 'loss', occurredAt: day(-3), discoveredAt: day(-1), lossMinor: 120_000 } as const
  it('has happened, came to light afterwards and cost something', () => {
    expect(occurrenceIssues(draft, now)).toEqual([])
    expect(occurrenceIssues({ ...draft, lossMinor: null }, now)).toEqual([])
  })
  it('may be of today, whatever the hour it is kept at', () => {
    expect(noonOf(now)).toBe(Date.UTC(2026, 4, 12, 12))
    expect(endOfDay(now)).toBe(Date.UTC(2026, 4, 13))
    expect(occurrenceIssues({ ...draft, occurredAt: noonOf(now), discoveredAt: noonOf(now) }, now)).toEqual([])
  })
  it.each([
    [{ occurredAt: day(1) }, ['occurrence-in-future', 'discovered-before']],
    [{ discoveredAt: day(1) }, ['discovery-in-future']],
    [{ discoveredAt: day(-4) }, ['discovered-before']],
    [{ kind: 'near_miss' as const }, ['near-miss-with-loss']],
    [{ lossMinor: 0 }, ['loss-not-positive']],
  ])('is refused as %o', (change, expected) => {
    expect(codes(occurrenceIssues({ ...draft, ...change }, now))).toEqual(expected)
  })
})

describe('a period that somebody vouches for', () => {
  it('is over: up to the end of today', () => {
    expect(watchIssues({ from: day(-365), until: endOfDay(now) }, now)).toEqual([])
    expect(codes(watchIssues({ from: day(-365), until: day(3) }, now))).toEqual(['watch-in-future'])
    expect(codes(watchIssues({ from: day(-1), until: day(-2) }, now))).toEqual(['watch-upside-down'])
    expect(codes(watchIssues({ from: Date.UTC(1911, 0, 1), until: now }, now))).toEqual(['watch-too-early'])
  })
})

describe('periods', () => {
  const p = (from: number, until: number) => ({ from, until })
  it('are joined, cut and taken out of each other', () => {
    expect(union([p(5, 8), p(0, 3), p(2, 4), p(9, 9)])).toEqual([p(0, 4), p(5, 8)])
    expect(without([p(0, 10)], [p(2, 3), p(5, 12)])).toEqual([p(0, 2), p(3, 5)])
    expect(without([p(0, 2)], [p(0, 2)])).toEqual([])
    expect(cutTo([p(0, 4), p(5, 8)], p(3, 6))).toEqual([p(3, 4), p(5, 6)])
    expect(yearsOf([p(0, yearMs), p(2 * yearMs, 2.5 * yearMs)])).toBeCloseTo(1.5)
  })
})

describe('a correction', () => {
  const told = { kind: 'loss', occurredAt: day(-3), lossMinor: 120_000 } as const
  const codesOf = (change: object, reason = '') => codes(correctionRefusals(told, { ...told, ...change }, reason))
  it('needs a reason where it makes less of what happened, or moves it', () => {
    expect(codesOf({ kind: 'near_miss', lossMinor: null })).toEqual(['correction-without-reason'])
    expect(codesOf({ lossMinor: 100_000 })).toEqual(['correction-without-reason'])
    expect(codesOf({ lossMinor: null })).toEqual(['correction-without-reason'])
    expect(codesOf({ occurredAt: day(-9) })).toEqual(['correction-without-reason'])
    expect(codesOf({ lossMinor: 100_000 }, 'The invoice came')).toEqual([])
  })
  it('needs none where it says what it cost, or that it cost more', () => {
    expect(codesOf({ lossMinor: 500_000 })).toEqual([])
    expect(codes(correctionRefusals({ ...told, lossMinor: null }, told, ''))).toEqual([])
  })
})
