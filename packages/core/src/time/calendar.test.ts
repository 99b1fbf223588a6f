import { describe, expect, test } from 'vitest'
import { addMonths, dayMs, daysInWords, formatDay, isDayAhead } from './calendar.ts'

describe('the calendar, in UTC', () => {
  test.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28T10:00:00.000Z'],
    ['2024-01-31T10:00:00Z', 1, '2024-02-29T10:00:00.000Z'],
    ['2024-02-29T00:00:00Z', 12, '2025-02-28T00:00:00.000Z'],
    ['2026-05-12T23:59:59Z', 12, '2027-05-12T23:59:59.000Z'],
    ['2026-11-30T00:00:00Z', 3, '2027-02-28T00:00:00.000Z'],
    ['2026-03-31T00:00:00Z', -1, '2026-02-28T00:00:00.000Z'],
  ])('%s and %i months', (from, months, to) => {
    expect(new Date(addMonths(Date.parse(from), months)).toISOString()).toBe(to)
  })

  test('a day as people write it', () => {
    expect(formatDay(Date.UTC(2026, 4, 12, 23, 59))).toBe('12 May 2026')
    expect(formatDay(Number.NaN)).toBe('unknown date')
  })

  test.each([
    ['2026-12-01T12:00:00Z', '2026-12-01T06:00:00Z', false],
    ['2026-12-02T12:00:00Z', '2026-12-01T11:00:00Z', false],
    ['2026-12-03T12:00:00Z', '2026-12-01T11:00:00Z', true],
  ])('the day of %s, at %s, lies ahead everywhere: %s', (day, now, ahead) => {
    expect(isDayAhead(day, Date.parse(now))).toBe(ahead)
  })

  test('days that have started', () => {
    expect(daysInWords(0)).toBe('0 days')
    expect(daysInWords(1)).toBe('1 day')
    expect(daysInWords(dayMs)).toBe('1 day')
    expect(daysInWords(dayMs + 1)).toBe('2 days')
    expect(daysInWords(-dayMs)).toBe('0 days')
  })
})
