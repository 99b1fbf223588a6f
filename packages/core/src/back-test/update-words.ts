import type { Interval } from '../chain/chain-snapshot.ts'
import { formatDay } from '../time/calendar.ts'

type Told = {
  readonly events: number
  readonly years: number
  readonly keptShare: number
  readonly before: Interval
  readonly meanBefore: number
  readonly meanAfter: number
  readonly periods: readonly { readonly from: string; readonly until: string }[]
}

/** Three significant figures. */
export const short = (value: number): string => String(Number(value.toPrecision(3)))

/** What an accepted update of a frequency rests on: the basis of the estimate that it becomes. */
export function updateBasis(told: Told): string {
  const { events, years, keptShare, before, meanBefore, meanAfter, periods } = told
  const [first, last] = [periods[0], periods.at(-1)]
  const when =
    first && last ? ` (${formatDay(Date.parse(first.from))} to ${formatDay(Date.parse(last.until) - 1)})` : ''
  const seen = `${events === 1 ? '1 event' : `${events} events`} in ${short(years)} years${when}`
  const kept = keptShare < 1 ? `, of which controls as claimed let ${short(100 * keptShare)} % through` : ''
  return `Updated by what happened: ${seen}${kept}. Before: ${short(before.low)} to ${short(before.high)} a year, mean ${short(meanBefore)}; after: mean ${short(meanAfter)} (gamma update of the rate).`
}
