export type TimeTick = { readonly at: number; readonly label: string }

const monthSteps = [1, 2, 3, 6, 12, 24] as const
const dayMs = 86_400_000

/** First days of months between two instants, far enough apart that at most `most` fit; January carries its year. */
export function monthTicks(from: number, to: number, most: number, locale: string): readonly TimeTick[] {
  const months = (to - from) / (30.44 * dayMs)
  const step = monthSteps.find((candidate) => months / candidate <= most) ?? 24
  const ticks: TimeTick[] = []
  const start = new Date(from)
  for (let month = Math.ceil(start.getUTCMonth() / step) * step; ; month += step) {
    const at = Date.UTC(start.getUTCFullYear(), month, 1)
    if (at > to) return ticks
    if (at < from) continue
    const isJanuary = new Date(at).getUTCMonth() === 0
    const style = step >= 12 || isJanuary ? { year: 'numeric' } : { month: 'short' }
    ticks.push({
      at,
      label: new Intl.DateTimeFormat(locale, { ...style, timeZone: 'UTC' } as Intl.DateTimeFormatOptions).format(at),
    })
  }
}

/** Share of the way from `from` to `to`, held within [0, 1]. */
export function timeShare(at: number, from: number, to: number): number {
  return to <= from ? 0 : Math.min(1, Math.max(0, (at - from) / (to - from)))
}
