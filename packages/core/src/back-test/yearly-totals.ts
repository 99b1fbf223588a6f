import type { Occurrence, Period } from '../occurrence/occurrence.ts'
import { cutTo, union, yearMs, yearsOf } from '../occurrence/periods.ts'
import { dayMs } from '../time/calendar.ts'

/** What the twelve months before an instant cost. Money in minor units. */
export type YearlyTotal = Period & {
  readonly events: number
  readonly lossMinor: number
  readonly unknownLosses: number
  /** Share of the year that somebody vouches for, for all risks. Below 1 the total is at least what it says. */
  readonly watchedShare: number
}

const most = 10

/** Years of 365.25 days back from `now`, the newest first, as far as anything is known of them; at least one. */
export function yearlyTotals(
  occurrences: readonly Occurrence[],
  watchedByAll: readonly Period[],
  now: number,
): readonly YearlyTotal[] {
  const watched = union(watchedByAll)
  const events = occurrences.filter(({ kind }) => kind === 'loss')
  const first = Math.min(now, ...events.map(({ at }) => at))
  // A day or less that was watched before them makes no further year.
  const earliest = Math.min(first, ...watched.map(({ from }) => from + dayMs))
  const count = Math.min(most, Math.max(1, Math.ceil((now - earliest) / yearMs)))
  return Array.from({ length: count }, (_, back) => {
    const until = now - back * yearMs
    const from = until - yearMs
    const within = events.filter(({ at }) => at >= from && at < until)
    return {
      from,
      until,
      events: within.length,
      lossMinor: within.reduce((sum, { lossMinor }) => sum + (lossMinor ?? 0), 0),
      unknownLosses: within.filter(({ lossMinor }) => lossMinor === null).length,
      watchedShare: Math.min(1, yearsOf(cutTo(watched, { from, until }))),
    }
  })
}
