import { describe, expect, test } from 'vitest'
import { anEvidence, day, day0 } from '../test/sample-chain.ts'
import { freshnessOf, validUntilOf } from './freshness.ts'

describe('freshness of a piece collected on day 0', () => {
  test.each([
    // cadence, typed validity, now → state, φ
    [100, null, 0, 'current', 1],
    [100, null, 79.9, 'current', 1],
    [100, null, 80, 'due', 1],
    [100, null, 100, 'due', 1],
    // A started day counts whole.
    [100, null, 100.001, 'stale', 0.5 ** (1 / 50)],
    [100, null, 101, 'stale', 0.5 ** (1 / 50)],
    [100, null, 101.5, 'stale', 0.5 ** (2 / 50)],
    [100, null, 150, 'stale', 0.5],
    [100, null, 200, 'stale', 0.25],
    // The half-life is never under seven days.
    [1, null, 8, 'stale', 0.5],
    [10, null, 17, 'stale', 0.5],
    [14, null, 21, 'stale', 0.5],
    [30, null, 45, 'stale', 0.5],
    // A typed validity shortens, never lengthens.
    [100, 50, 29.9, 'current', 1],
    [100, 50, 30, 'due', 1],
    [100, 50, 100, 'stale', 0.5],
    [100, 400, 150, 'stale', 0.5],
    // Valid only until before it was collected: stale from the start.
    [100, -50, 0, 'stale', 0.5],
    [0, null, 7, 'stale', 0.5],
    [-30, null, 7, 'stale', 0.5],
  ])('cadence %s days, typed until day %s, on day %s: %s with φ %s', (cadence, typed, now, state, factor) => {
    const evidence = anEvidence({ validUntil: typed === null ? null : day(typed) })
    const freshness = freshnessOf(evidence, cadence, day(now))
    expect(freshness.state).toBe(state)
    expect(freshness.factor).toBeCloseTo(factor, 9)
  })

  test('nothing collected, dated ahead, or not a number: missing, and proves nothing', () => {
    const missing = { state: 'missing', factor: 0, validUntil: null, lateMs: 0 }
    expect(freshnessOf(null, 30, day0)).toEqual(missing)
    expect(freshnessOf(anEvidence({ collectedAt: day(1) }), 30, day0)).toEqual(missing)
    expect(freshnessOf(anEvidence({ collectedAt: Number.NaN }), 30, day0)).toEqual(missing)
    expect(freshnessOf(anEvidence({ validUntil: Number.NaN }), 30, day0)).toEqual(missing)
    expect(freshnessOf(anEvidence(), Number.NaN, day0)).toEqual(missing)
    expect(freshnessOf(anEvidence(), Number.POSITIVE_INFINITY, day0)).toEqual(missing)
  })

  test('lateness is counted from the earlier of typed validity and cadence', () => {
    expect(validUntilOf(anEvidence({ validUntil: day(10) }), 30)).toBe(day(10))
    expect(validUntilOf(anEvidence({ validUntil: day(90) }), 30)).toBe(day(30))
    expect(freshnessOf(anEvidence(), 30, day(64)).lateMs).toBe(day(64) - day(30))
  })
})
