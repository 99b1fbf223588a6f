import type { Period } from './occurrence.ts'

/** A year of 365.25 days, in milliseconds: what rates a year are counted in. */
export const yearMs = 365.25 * 86_400_000

/** The same time as periods that do not touch, in order; what is empty or upside down is left out. */
export function union(periods: readonly Period[]): readonly Period[] {
  const sorted = periods.filter(({ from, until }) => until > from).sort((a, b) => a.from - b.from)
  const merged: Period[] = []
  for (const period of sorted) {
    const last = merged.at(-1)
    if (last === undefined || period.from > last.until) merged.push(period)
    else if (period.until > last.until) merged[merged.length - 1] = { from: last.from, until: period.until }
  }
  return merged
}

/** What of `periods` is in none of `taken`; both as `union` gives them. */
export function without(periods: readonly Period[], taken: readonly Period[]): readonly Period[] {
  return periods.flatMap((period) => {
    const left: Period[] = []
    let from = period.from
    for (const hole of taken) {
      if (hole.until <= from || hole.from >= period.until) continue
      if (hole.from > from) left.push({ from, until: hole.from })
      from = hole.until
    }
    return from < period.until ? [...left, { from, until: period.until }] : left
  })
}

/** What of `periods` is in `within`, in order. */
export function cutTo(periods: readonly Period[], within: Period): readonly Period[] {
  return periods.flatMap(({ from, until }) => {
    const cut = { from: Math.max(from, within.from), until: Math.min(until, within.until) }
    return cut.until > cut.from ? [cut] : []
  })
}

export function yearsOf(periods: readonly Period[]): number {
  return periods.reduce((sum, { from, until }) => sum + (until - from), 0) / yearMs
}

export function holds(periods: readonly Period[], at: number): boolean {
  return periods.some(({ from, until }) => at >= from && at < until)
}
