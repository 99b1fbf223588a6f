import { describe, expect, it } from 'vitest'
import { isComputedKpi, kpiCatalogue, kpiKeys } from './kpi-catalogue.ts'
import { thresholdRefusals, valueRefusals } from './metric-rules.ts'
import { isTimeToMeasure, metricStanding, standingOfValue } from './metric-standing.ts'
import { objectiveRefusals } from './objective-register.ts'

const day = 86_400_000
const shares = { direction: 'higher', target: 95, warning: 90, alarm: 80 } as const
const counts = { direction: 'lower', target: 0, warning: 3, alarm: 10 } as const

describe('a value', () => {
  it.each([
    [shares, 95, 'on_target'],
    [shares, 94.9, 'off_target'],
    [shares, 90, 'off_target'],
    [shares, 89, 'warning'],
    [shares, 79, 'alarm'],
    [counts, 0, 'on_target'],
    [counts, 2, 'off_target'],
    [counts, 4, 'warning'],
    [counts, 11, 'alarm'],
    [{ ...counts, warning: null, alarm: null }, 100, 'off_target'],
  ] as const)('against %o: %d is %s', (thresholds, value, standing) => {
    expect(standingOfValue(value, thresholds)).toBe(standing)
  })
})

describe('a metric', () => {
  const monthly = { ...shares, cadenceDays: 30 }
  it('that was never measured, or whose value is late, is not on target, however good the last value was', () => {
    expect(metricStanding(null, monthly, 0)).toBe('never')
    const good = { value: 100, measuredAt: 0 }
    expect(metricStanding(good, monthly, 30 * day)).toBe('on_target')
    expect(metricStanding(good, monthly, 30 * day + 1)).toBe('late')
  })
  it('is measured by Sinew shortly before it is due', () => {
    expect(isTimeToMeasure(null, 30, 0)).toBe(true)
    expect(isTimeToMeasure({ value: 1, measuredAt: 0 }, 30, 28 * day)).toBe(false)
    expect(isTimeToMeasure({ value: 1, measuredAt: 0 }, 30, 29 * day)).toBe(true)
    expect(isTimeToMeasure({ value: 1, measuredAt: 0 }, 1, 0.9 * day)).toBe(true)
  })
  it('has thresholds in the order they are passed', () => {
    expect(thresholdRefusals(shares)).toEqual([])
    expect(thresholdRefusals({ ...shares, alarm: 99 })).toHaveLength(1)
    expect(thresholdRefusals({ ...counts, warning: null })).toEqual([])
    expect(thresholdRefusals({ ...counts, target: 5 })).toHaveLength(1)
  })
})

describe('a value that is recorded', () => {
  const given = { metricId: 'm', measuredAt: '2026-01-01T00:00:00Z', correctsId: null, reason: '' }
  const now = new Date('2026-02-01T00:00:00Z')
  const codes = (...args: Parameters<typeof valueRefusals>) => valueRefusals(...args).map(({ code }) => code)
  it('lies in the past, of a metric that is measured', () => {
    expect(codes(given, now, null)).toEqual([])
    expect(codes({ ...given, measuredAt: '2026-02-03T00:00:00Z' }, now, null)).toEqual(['measured_later'])
  })
  it('corrects a value of the same metric once, and says why', () => {
    const correction = { ...given, correctsId: 'v', reason: 'Counted twice.' }
    const old = { metricId: 'm', isCorrected: false }
    expect(codes(correction, now, old)).toEqual([])
    expect(codes({ ...correction, reason: '' }, now, old)).toEqual(['no_reason'])
    expect(codes(correction, now, { ...old, isCorrected: true })).toEqual(['corrected_already'])
    expect(codes(correction, now, { ...old, metricId: 'n' })).toEqual(['corrects_another'])
    expect(codes(correction, now, null)).toEqual(['corrects_another'])
  })
})

describe('an objective', () => {
  it('is met only while its metric is on target; missing it or dropping it needs no value', () => {
    const measured = { metricId: 'm' }
    expect(objectiveRefusals(measured, { to: 'met' }, 'on_target')).toEqual([])
    for (const standing of ['late', 'never', 'off_target', null] as const)
      expect(objectiveRefusals(measured, { to: 'met' }, standing)).toHaveLength(1)
    expect(objectiveRefusals(measured, { to: 'missed' }, 'late')).toEqual([])
    expect(objectiveRefusals({ metricId: null }, { to: 'met' }, null)).toEqual([])
  })
})

describe('the catalogue of figures', () => {
  it('has thresholds that go together, and says which figures Sinew works out itself', () => {
    for (const key of kpiKeys) expect([key, thresholdRefusals(kpiCatalogue[key])]).toEqual([key, []])
    expect(kpiKeys.filter(isComputedKpi).length).toBeGreaterThanOrEqual(20)
    expect(isComputedKpi('none')).toBe(false)
  })
})
