import { describe, expect, it } from 'vitest'
import { calibration } from './calibration.ts'
import { lossForecast } from './loss-forecast.ts'

describe('where a loss fell', () => {
  const forecast = { lossMinor: { low: 1_000, high: 100_000 }, lossCapMinor: null, keptShare: 1 }
  it('is its place in the law that was forecast: a half at the median, the ends of the interval at 5 and 95 %', () => {
    expect(lossForecast(forecast, 10_000)?.place).toBeCloseTo(0.5, 12)
    expect(lossForecast(forecast, 1_000)).toMatchObject({ place: expect.closeTo(0.05, 10) })
    expect(lossForecast(forecast, 99_000)).toMatchObject({ isHit: true })
    expect(lossForecast(forecast, 110_000)).toMatchObject({ isHit: false })
    expect(lossForecast(forecast, 900)).toMatchObject({ isHit: false })
  })
  it('counts what controls leave, and does not depend on the unit of money', () => {
    expect(lossForecast({ ...forecast, keptShare: 0.5 }, 5_000)?.place).toBeCloseTo(0.5, 12)
    const cents = lossForecast({ ...forecast, lossMinor: { low: 100_000, high: 10_000_000 } }, 300_000)
    expect(lossForecast(forecast, 3_000)?.logScore).toBeCloseTo(cents?.logScore ?? 0, 12)
  })
  it('is in the middle of the jump at the cap, and above everything beyond it', () => {
    const capped = { ...forecast, lossCapMinor: 50_000 }
    const atCap = lossForecast(capped, 50_000)
    expect(atCap?.place).toBeGreaterThan(0.9)
    expect(atCap).toMatchObject({ isHit: true })
    expect(lossForecast(capped, 60_000)).toMatchObject({ place: 1, isHit: false })
  })
  it('is nothing where nothing was forecast', () => {
    expect(lossForecast({ ...forecast, lossMinor: { low: 0, high: 1 } }, 5)).toBeNull()
    expect(lossForecast({ ...forecast, keptShare: 0 }, 5)).toBeNull()
    expect(lossForecast(forecast, 0)).toBeNull()
  })
})

describe('90 % intervals', () => {
  it.each([
    [9, 0, 'too_few'],
    [10, 9, 'calibrated'],
    [10, 6, 'narrow'],
    [40, 30, 'narrow'],
    [40, 36, 'calibrated'],
    [40, 40, 'wide'],
    [20, 20, 'calibrated'],
  ] as const)('that held what happened: of %i, %i → %s', (judged, hits, verdict) => {
    expect(calibration(judged, hits).verdict).toBe(verdict)
  })
  it('come with the interval of the true hit rate', () => {
    expect(calibration(0, 0)).toEqual({ judged: 0, hits: 0, hitRate: null, verdict: 'too_few' })
    const { hitRate } = calibration(10, 9)
    expect(hitRate?.low).toBeCloseTo(0.6058, 4)
    expect(hitRate?.high).toBeCloseTo(0.9949, 4)
    expect(calibration(5, 5).hitRate).toMatchObject({ high: 1 })
  })
})
