import { dayMs } from '../time/calendar.ts'

export type WorkWhen = 'overdue' | 'today' | 'soon' | 'later' | 'undated'

/** Within how many days from today work is called due soon. */
export const soonDays = 7

/** The start of the day it is in a time zone, as the UTC midnight of that calendar day: days are kept in UTC. */
export function startOfDay(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return Date.parse(`${parts.format(at)}T00:00:00Z`)
}

/** How pressing work is on the day that begins at `today`; what has no day is said so, not hidden. */
export function whenDue(dueAt: number | null, today: number): WorkWhen {
  if (dueAt === null) return 'undated'
  if (dueAt < today) return 'overdue'
  if (dueAt < today + dayMs) return 'today'
  return dueAt < today + soonDays * dayMs + dayMs ? 'soon' : 'later'
}
