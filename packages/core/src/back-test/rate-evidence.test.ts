import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Occurrence, Period } from '../occurrence/occurrence.ts'
import { yearMs } from '../occurrence/periods.ts'
import { rateEvidence } from './rate-evidence.ts'

const loss = (id: string, year: number): Occurrence => ({ id, kind: 'loss', at: year * yearMs, lossMinor: null })
const period = (from: number, until: number): Period => ({ from: from * yearMs, until: until * yearMs })
const nothing = { occurrenceIds: [], periods: [] }
/** Gamma of shape 1 and mean 0.5. */
const rateOf = (events: number, years: number) => (1 + events) / (2 + years)

describe('what a rate is updated with', () => {
  it('is events and time that somebody vouches for, overlapping statements once', () => {
    const found = rateEvidence(
      {
        occurrences: [loss('a', 1), loss('b', 2.5), { ...loss('c', 2), kind: 'near_miss' }],
        watched: [period(0, 2), period(1, 3)],
        counted: nothing,
      },
      rateOf,
    )
    expect(found).toMatchObject({ events: 2, reading: 'watched', occurrenceIds: ['a', 'b'] })
    expect(found.years).toBeCloseTo(3)
  })

  it('counts nothing twice, and what was told late of counted time without further time', () => {
    const found = rateEvidence(
      {
        occurrences: [loss('a', 1), loss('late', 1.5), loss('b', 2.5)],
        watched: [period(0, 3)],
        counted: { occurrenceIds: ['a'], periods: [period(0, 2)] },
      },
      rateOf,
    )
    expect(found).toMatchObject({ events: 2, occurrenceIds: ['b', 'late'] })
    expect(found.years).toBeCloseTo(1)
  })

  it('holds events that nobody vouches for against the least time: a year before the first to the last', () => {
    const found = rateEvidence({ occurrences: [loss('a', 5), loss('b', 5.5)], watched: [], counted: nothing }, rateOf)
    expect(found).toMatchObject({ events: 2, reading: 'recorded' })
    expect(found.years).toBeCloseTo(1.5)
    // Time that is vouched for within it is not counted again.
    const partly = rateEvidence(
      { occurrences: [loss('a', 5), loss('b', 5.5)], watched: [period(4.5, 4.9)], counted: nothing },
      rateOf,
    )
    expect(partly.years).toBeCloseTo(1.5)
  })

  it('leaves them out where they would say a lower rate', () => {
    const often = (events: number, years: number) => (5 + events) / (0.1 + years)
    const found = rateEvidence({ occurrences: [loss('a', 5)], watched: [], counted: nothing }, often)
    expect(found).toMatchObject({ events: 0, years: 0, reading: 'watched' })
  })

  const some = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { maxLength: 12 })
  const periods = fc.array(
    fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0, max: 3, noNaN: true })),
    {
      maxLength: 3,
    },
  )
  const rateFrom = (years: readonly number[], watched: readonly Period[]) => {
    const found = rateEvidence(
      { occurrences: years.map((year, i) => loss(`o${i}`, year)), watched, counted: nothing },
      rateOf,
    )
    return rateOf(found.events, found.years)
  }

  it('never falls by a further event, wherever it is', () => {
    fc.assert(
      fc.property(some, fc.double({ min: 0, max: 10, noNaN: true }), periods, (years, further, stretches) => {
        const watched = stretches.map(([from, length]) => period(from, from + length))
        expect(rateFrom([...years, further], watched)).toBeGreaterThanOrEqual(rateFrom(years, watched) - 1e-12)
      }),
    )
  })

  it('never falls because nobody vouches: without any statement it is at least what was believed', () => {
    fc.assert(
      fc.property(some, (years) => {
        expect(rateFrom(years, [])).toBeGreaterThanOrEqual(rateOf(0, 0))
      }),
    )
  })
})
