import { describe, expect, test } from 'vitest'
import { lossLawOf } from '../loss/loss-law.ts'
import { eventInWords } from './event-in-words.ts'
import { eventQuantile, eventReturnLevel, rateAbove, shareBelowMean } from './implied-loss.ts'

const lawOf = (low: number, high: number, rate: number, cap: number | null = null) => {
  const law = lossLawOf({ frequency: { low: rate, high: rate }, lossMinor: { low, high }, lossCapMinor: cap })
  if (law === null) throw new Error('no law')
  return law
}

describe('what an estimate says without saying it', () => {
  const law = lawOf(1_000_000, 100_000_000, 0.5)

  test('the ends are the 5 % and 95 % quantiles, the middle their geometric mean', () => {
    expect(eventQuantile(law, 0.05)).toBeCloseTo(1_000_000, 3)
    expect(eventQuantile(law, 0.95)).toBeCloseTo(100_000_000, 1)
    expect(eventQuantile(law, 0.5)).toBeCloseTo(10_000_000, 2)
  })

  test('once in 40 years with an event every other year is the upper end', () => {
    expect(eventReturnLevel(law, 40)).toBeCloseTo(100_000_000, 0)
    expect(rateAbove(law, 100_000_000)).toBeCloseTo(1 / 40, 12)
  })

  test('events rarer than the period have no level', () => {
    expect(eventReturnLevel(law, 2)).toBeNull()
    expect(eventReturnLevel(lawOf(1, 2, 0.001), 200)).toBeNull()
  })

  test('never above the cap', () => {
    expect(eventReturnLevel(lawOf(1_000_000, 100_000_000, 0.5, 60_000_000), 200)).toBe(60_000_000)
  })

  test('the mean of a lognormal is its Φ(σ/2) quantile', () => {
    // σ = ln 100 / (2·1.645) = 1.400; Φ(0.700) = 0.758.
    expect(shareBelowMean(law)).toBeCloseTo(0.758, 3)
  })

  test.each([
    [
      law,
      'Half of all events cost less than €100k, but the mean is €266k, because a few cost very much: 76 in 100 cost less than the mean.',
    ],
    [lawOf(5_000, 5_000, 1), 'Every event costs €50.'],
    [
      lawOf(1_000_000, 100_000_000, 1, 10_000_000),
      'Half of all events cost less than €100k, and the mean is €71.5k: dear events are cut off at the cap.',
    ],
  ])('in words %#', (of, sentence) => {
    expect(eventInWords(of, 'EUR')).toBe(sentence)
  })
})
