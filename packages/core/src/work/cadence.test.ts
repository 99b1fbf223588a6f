import { describe, expect, it } from 'vitest'
import { type Cadence, cadenceWords, dueAgain } from './cadence.ts'
import { refuseDoneAhead } from './duty-rules.ts'
import { usualCalendar } from './usual-calendar.ts'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)

describe('what is repeated', () => {
  it.each<[Cadence, string]>([
    ['week', '2026-02-07'],
    ['month', '2026-02-28'],
    ['quarter', '2026-04-30'],
    ['half_year', '2026-07-31'],
    ['year', '2027-01-31'],
    ['two_years', '2028-01-31'],
  ])('every %s is due again on the same day, or the last of a shorter month', (every, day) => {
    expect(dueAgain(at('2026-01-31'), every)).toBe(at(day))
  })

  it('is done on a day that has come', () => {
    expect(refuseDoneAhead(at('2026-01-31'), at('2026-01-31'))).toEqual([])
    expect(refuseDoneAhead(at('2026-02-02'), at('2026-01-31'))).toHaveLength(1)
  })
})

describe('the usual calendar of an ISMS', () => {
  it('has one monthly, four quarterly, four half-yearly and eleven yearly duties, each named once', () => {
    const count = (every: Cadence) => usualCalendar.filter((duty) => duty.every === every).length
    expect(Object.keys(cadenceWords).map((every) => count(every as Cadence))).toEqual([0, 1, 4, 4, 11, 0])
    expect(new Set(usualCalendar.map(({ key }) => key)).size).toBe(usualCalendar.length)
  })

  it('begins every duty within its first cadence, and serves a clause or a control with each', () => {
    for (const { every, firstAfterMonths, clause, control } of usualCalendar) {
      expect(firstAfterMonths).toBeLessThanOrEqual({ month: 1, quarter: 3, half_year: 6, year: 12 }[every as 'month'])
      expect((clause === '') === (control !== null)).toBe(true)
    }
  })
})
