export const dayMs = 86_400_000

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** `12 May 2026`, in UTC, the same in every browser and on every server. Not a date: `unknown date`. */
export function formatDay(at: number): string {
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return 'unknown date'
  return `${date.getUTCDate()} ${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`
}

/** The same day of the month `months` later in UTC; the last day of a shorter month (31 January + 1 = 28 February). */
export function addMonths(at: number, months: number): number {
  const date = new Date(at)
  const target = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const first = new Date(target)
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  const day = Math.min(date.getUTCDate(), lastDay)
  const timeOfDay = at - Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate())
  return target + (day - 1) * dayMs + timeOfDay
}

/**
 * Whether a day has not begun anywhere yet. People choose days, and each is kept as its noon in UTC: today's may still be to come, and
 * where the day begins first it is begun 26 hours before that noon.
 */
export function isDayAhead(at: string, now: number): boolean {
  return Date.parse(at) > now + 26 * 3_600_000
}

/** `1 day`, `34 days`; started days count, so what is an hour late is one day late. */
export function daysInWords(ms: number): string {
  const days = Math.max(0, Math.ceil(ms / dayMs))
  return days === 1 ? '1 day' : `${days} days`
}
