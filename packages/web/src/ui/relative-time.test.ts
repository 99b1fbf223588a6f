import { describe, expect, test } from 'vitest'
import { relativeTime } from './relative-time.ts'

const now = Date.UTC(2026, 5, 15, 12)
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
})
