import fc from 'fast-check'
import { expect, test } from 'vitest'
import { portfolioPricer } from '../portfolio/portfolio-pricer.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { coarsePricer, deriveCoarsely } from '../test/derive-coarsely.ts'
import { aSnapshot, day, million } from '../test/sample-chain.ts'
import { dayMs } from '../time/calendar.ts'
import { lookAheadYears } from './look-ahead-year.ts'

test('the year at each instant is the one that is derived there', () => {
  fc.assert(
    fc.property(arbitraryChain, arbitraryDay, (snapshot, from) => {
      const times = [0, 40, 200, 365].map((days) => from + days * dayMs)
      for (const ahead of lookAheadYears(snapshot, times, coarsePricer)) {
        const { portfolio } = deriveCoarsely(snapshot, ahead.at)
        expect(ahead.proven).toEqual(portfolio.tail.proven)
        expect(ahead.claimed).toEqual(portfolio.tail.claimed)
        expect(ahead.appetiteRatio).toBe(portfolio.appetite.ratio)
      }
    }),
    { numRuns: 100 },
  )
})

test('a bad year gets worse as proof runs out, until it breaks the appetite', () => {
  // One event a year of €400k on average, halved by a restore test that is valid for 180 days.
  const years = [...lookAheadYears(aSnapshot(), [day(1), day(200), day(360), day(1_500)], portfolioPricer())]
  expect(years.map(({ proven }) => Math.round(proven.exceededMinor[10] / million))).toEqual([40, 80, 80, 80])
  expect(years.map(({ claimed }) => Math.round(claimed.exceededMinor[10] / million))).toEqual([40, 40, 40, 40])
  const ratios = years.map(({ appetiteRatio }) => appetiteRatio)
  expect(ratios[0]).toBeLessThan(0.3)
  expect(ratios.at(-1)).toBeGreaterThan(1.5)
  expect(ratios).toEqual(ratios.toSorted((a, b) => a - b))
})
