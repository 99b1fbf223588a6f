import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { deriveCoarsely } from '../test/derive-coarsely.ts'
import { aControl, aNeed, anAcceptance, anEvidence, aSnapshot, day, million } from '../test/sample-chain.ts'
import { dayMs } from '../time/calendar.ts'
import { lookAhead } from './look-ahead.ts'

describe('what will be if nobody does anything', () => {
  // A restore test every 180 days halves ransomware of €400k a year; accepted at €200k, for a year, up to 20 % more.
  const ahead = lookAhead(aSnapshot(), day(0), day(360), 12)

  test('the gap opens as the proof fades', () => {
    const rounded = ahead.points.map(({ at, gapMinor, claimedMinor }) => [
      at,
      Math.round(gapMinor),
      Math.round(claimedMinor),
    ])
    expect(rounded[0]).toEqual([day(0), 0, 20 * million])
    expect(rounded[6]).toEqual([day(180), 0, 20 * million])
    expect(rounded[9]).toEqual([day(270), 10 * million, 20 * million])
    expect(rounded[12]).toEqual([day(360), 15 * million, 20 * million])
    expect(ahead.points[12]?.lines).toEqual({ failing: 0, unproven: 0, stale: 1, proven: 0, excluded: 0 })
  })

  test('what happens on the way, in order, with its instant', () => {
    expect(ahead.events.map((event) => event.sentence)).toEqual([
      'A.8.13 Restore test goes stale on 30 Jun 2026.',
      'The line of A.8.13 turns from proven to stale on 30 Jun 2026.',
      // More than €240k: once less than 80 % of the proof is left, 90 · log2(1 / 0.8) = 28.97 days late, in the 29th day.
      'The acceptance of R-12 reopens on 28 Jul 2026. The proven expected yearly loss grew from €200k to €240k, by more than 20 %.',
    ])
    expect(ahead.events[0]?.at).toBe(day(180) + 1)
    expect(((ahead.events[2]?.at ?? 0) - day(208)) / dayMs).toBeGreaterThan(0)
    expect(((ahead.events[2]?.at ?? 0) - day(208)) / dayMs).toBeLessThan(1 / 24)
  })

  test('an acceptance that only time ends expires on its day', () => {
    const fresh = aSnapshot({
      controls: [aControl({ needs: [aNeed({ newest: anEvidence({ collectedAt: day(300) }) })] })],
      acceptances: [anAcceptance({ expiresAt: day(310) })],
    })
    const events = lookAhead(fresh, day(300), day(400), 4).events
    expect(events.map(({ at, kind }) => [at, kind])).toEqual([[day(310), 'acceptance_expires']])
  })

  test('a collector that reports no more counts as silent after two cadences', () => {
    const collectors = [{ id: 'c', name: 'Prowler', cadenceDays: 7, active: true, lastReportAt: day(0) }]
    const events = lookAhead(aSnapshot({ collectors }), day(1), day(20), 2).events
    expect(events.map(({ at, kind }) => [at, kind])).toEqual([[day(14) + 1, 'collector_silent']])
  })

  test('refuses a time that goes backwards and half a step', () => {
    expect(() => lookAhead(aSnapshot(), day(1), day(1), 2)).toThrow(RangeError)
    expect(() => lookAhead(aSnapshot(), day(1), day(2), 0)).toThrow(RangeError)
    expect(() => lookAhead(aSnapshot(), day(1), day(2), 1.5)).toThrow(RangeError)
  })

  test('each point is what deriveChain gives at that instant, bit for bit', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, at) => {
        for (const point of lookAhead(snapshot, at, at + 365 * dayMs, 5).points) {
          const { portfolio, controls } = deriveCoarsely(snapshot, point.at)
          expect(point.provenMinor).toBe(portfolio.lossMinor.proven)
          expect(point.claimedMinor).toBe(portfolio.lossMinor.claimed)
          expect(point.gapMinor).toBe(portfolio.gapMinor)
          for (const [proof, count] of Object.entries(point.lines)) {
            expect(count).toBe(controls.filter((control) => control.proof === proof).length)
          }
        }
      }),
      { numRuns: 500 },
    )
  }, 60_000)

  test('every acceptance and line that ends elsewhere than it began has an event', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, from) => {
        const to = from + 365 * dayMs
        const { events } = lookAhead(snapshot, from, to, 20)
        const before = deriveCoarsely(snapshot, from)
        const after = deriveCoarsely(snapshot, to)
        const told = (id: string, kinds: readonly string[]) =>
          events.some((it) => it.id === id && kinds.includes(it.kind))
        before.acceptances.forEach((was, i) => {
          if (was.standing === after.acceptances[i]?.standing) return
          expect(told(was.id, ['acceptance_expires', 'acceptance_reopens'])).toBe(
            after.acceptances[i]?.standing === 'reopened',
          )
        })
        before.controls.forEach((was, i) => {
          if (was.proof !== after.controls[i]?.proof) expect(told(was.id, ['soa_line'])).toBe(true)
        })
        for (const event of events) {
          expect(event.at).toBeGreaterThan(from)
          expect(event.at).toBeLessThanOrEqual(to)
        }
      }),
      { numRuns: 500 },
    )
  }, 60_000)
})
