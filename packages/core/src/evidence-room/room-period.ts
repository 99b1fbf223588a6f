import { dayMs } from '../time/calendar.ts'

/** Whole days in UTC, the last one included. */
export type RoomPeriod = { readonly from: string; readonly until: string }

/** The days asked for; the year up to `now` where nothing is asked. */
export function roomPeriod(asked: { readonly from?: string; readonly until?: string }, now: number): RoomPeriod {
  const until = asked.until ?? new Date(now).toISOString().slice(0, 10)
  return { from: asked.from ?? new Date(Date.parse(until) - 365 * dayMs).toISOString().slice(0, 10), until }
}

/** From the first instant of the first day to the first after the last. */
export function instantsOf({ from, until }: RoomPeriod): { readonly from: Date; readonly before: Date } {
  return { from: new Date(from), before: new Date(Date.parse(until) + dayMs) }
}
