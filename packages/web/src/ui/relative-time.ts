const steps = [
  { unit: 'year', ms: 365.25 * 86_400_000 },
  { unit: 'month', ms: 30.44 * 86_400_000 },
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
] as const

const dayMs = 86_400_000

/** `3 days ago`, `in 5 months`, `now`: the largest unit of which at least one (for months and years 1.5) has passed. */
export function relativeTime(at: number, now: number, locale: string): string {
  const distance = at - now
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  if (isDay(at) && Math.abs(daysUntil(at, now)) < 2) return words.format(daysUntil(at, now), 'day')
  for (const { unit, ms } of steps) {
    const enough = unit === 'year' || unit === 'month' ? 1.5 : 1
    if (Math.abs(distance) >= ms * enough) return words.format(Math.round(distance / ms), unit)
  }
  return words.format(0, 'second')
}

/** Days are kept as their noon in UTC: such an instant has no hour to speak of. */
const isDay = (at: number) => at % dayMs === dayMs / 2

/** Nights between the reader's day and the one that is meant. */
function daysUntil(at: number, now: number): number {
  const here = new Date(now)
  const today = Date.UTC(here.getFullYear(), here.getMonth(), here.getDate())
  return Math.floor(at / dayMs) - today / dayMs
}

/** `12 May 2026, 14:03` in the reader's time zone. */
export function exactTime(at: number, locale: string): string {
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(at)
}

/** `12 May 2026` in the reader's time zone. */
export function exactDay(at: number, locale: string): string {
  return dayFormat(locale).format(at)
}

// Making one takes longer than a frame leaves for it where a date is dragged.
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(locale: string): Intl.DateTimeFormat {
  const known = dayFormats.get(locale)
  if (known !== undefined) return known
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'medium' })
  dayFormats.set(locale, made)
  return made
}
