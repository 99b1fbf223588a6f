import { dayMs } from '../time/calendar.ts'

/** After how many tries mail that cannot be delivered is given up. */
export const mostTries = 6

/** How long to wait after so many tries: 1, 5, 25 minutes … */
export function waitAfterMs(tries: number): number {
  return 60_000 * 5 ** Math.max(0, tries - 1)
}

/** Whether work is told of on the day that begins at `today`: a week before, on its day, and weekly while it is overdue. */
export function isRemindedOf(dueAt: number, today: number): boolean {
  const days = Math.floor((dueAt - today) / dayMs)
  return days === 7 || days === 0 || (days < 0 && days % 7 === 0)
}

export type DigestRhythm = 'daily' | 'weekly' | 'never'

/** Weekly digests come on Mondays, daily ones from Monday to Friday. */
export function isDigestDay(rhythm: DigestRhythm, today: number): boolean {
  const weekday = new Date(today).getUTCDay()
  if (rhythm === 'never') return false
  return rhythm === 'weekly' ? weekday === 1 : weekday >= 1 && weekday <= 5
}
