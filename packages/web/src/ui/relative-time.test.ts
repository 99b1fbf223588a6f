import { describe, expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 5, 15, 12, 30)
const hour = 3_600_000
const day = 24 * hour

describe('relative time', () => {
  test.each([
    [0, 'now'],
    [-40_000, 'now'],
    [-3 * hour, '3 hours ago'],
    [-day, 'yesterday'],
    [34 * day, 'in 34 days'],
    [-60 * day, '2 months ago'],
    [400 * day, 'in 13 months'],
    [-800 * day, '2 years ago'],
  ])('%d ms from now reads %s', (distance, words) => expect(relativeTime(now + distance, now, 'en')).toBe(words))

  test.each([
    [15, 'today'],
    [14, 'yesterday'],
    [16, 'tomorrow'],
    [18, 'in 3 days'],
  ])('the %dth of June, a day without an hour, reads %s', (dayOfMonth, words) => {
    expect(relativeTime(Date.UTC(2026, 5, dayOfMonth, 12), Date.UTC(2026, 5, 15, 14), 'en')).toBe(words)
  })
})
