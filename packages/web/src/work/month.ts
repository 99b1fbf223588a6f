import { dayMs } from '@sinew/core/time/calendar.ts'

/** `2026-03` of an instant, in UTC as days are kept. */
export function monthOf(at: number): string {
  return new Date(at).toISOString().slice(0, 7)
}

export function monthStart(month: string): number {
  return Date.parse(`${month}-01T00:00:00Z`)
}

/** The month so many months later: `2026-12` and 1 is `2027-01`. */
export function otherMonth(month: string, by: number): string {
  const at = new Date(monthStart(month))
  return monthOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + by, 1))
}

/** The days a month's page shows: whole weeks from Monday, each as its UTC midnight. */
export function monthDays(month: string): readonly number[] {
  const first = monthStart(month)
  const next = monthStart(otherMonth(month, 1))
  const from = first - ((new Date(first).getUTCDay() + 6) % 7) * dayMs
  const weeks = Math.ceil((next - from) / (7 * dayMs))
  return Array.from({ length: weeks * 7 }, (_, index) => from + index * dayMs)
}
