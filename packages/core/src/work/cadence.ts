import { addMonths, dayMs } from '../time/calendar.ts'

export const cadenceWords = {
  week: 'Every week',
  month: 'Every month',
  quarter: 'Every three months',
  half_year: 'Every six months',
  year: 'Every year',
  two_years: 'Every two years',
} as const

export type Cadence = keyof typeof cadenceWords

/** Calendar months of a cadence; a week is none. */
export const cadenceMonths: Readonly<Record<Cadence, number>> = {
  week: 0,
  month: 1,
  quarter: 3,
  half_year: 6,
  year: 12,
  two_years: 24,
}

/** When something that was done at `at` is due again: the same day, so many months later. */
export function dueAgain(at: number, every: Cadence): number {
  return every === 'week' ? at + 7 * dayMs : addMonths(at, cadenceMonths[every])
}
