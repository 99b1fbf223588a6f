import { describe, expect, it } from 'vitest'
import { monthDays, monthOf, otherMonth } from './month.ts'

const day = (at: number | undefined) => new Date(at ?? 0).toISOString().slice(0, 10)

describe('the page of a month', () => {
  it.each([
    ['2026-03', '2026-02-23', '2026-04-05', 42],
    ['2026-02', '2026-01-26', '2026-03-01', 35],
    ['2027-02', '2027-02-01', '2027-02-28', 28],
  ])('%s shows whole weeks from Monday', (month, first, last, length) => {
    const days = monthDays(month)
    expect([day(days[0]), day(days.at(-1)), days.length]).toEqual([first, last, length])
  })

  it('is turned across the year', () => {
    expect(otherMonth('2026-12', 1)).toBe('2027-01')
    expect(otherMonth('2026-01', -1)).toBe('2025-12')
    expect(monthOf(Date.parse('2026-05-31T23:00:00Z'))).toBe('2026-05')
  })
})
