import { describe, expect, it } from 'vitest'
import { startOfDay, whenDue } from './work-day.ts'

const at = (text: string) => Date.parse(text)
const today = at('2026-03-10T00:00:00Z')

describe('how pressing work is', () => {
  it.each([
    ['2026-03-09T23:59:59Z', 'overdue'],
    ['2026-03-10T00:00:00Z', 'today'],
    ['2026-03-10T12:00:00Z', 'today'],
    ['2026-03-11T00:00:00Z', 'soon'],
    ['2026-03-17T12:00:00Z', 'soon'],
    ['2026-03-18T12:00:00Z', 'later'],
  ])('%s is %s', (due, when) => expect(whenDue(at(due), today)).toBe(when))

  it('says so where there is no day', () => expect(whenDue(null, today)).toBe('undated'))

  it('counts days where the organisation is, not where the server is', () => {
    expect(startOfDay(at('2026-03-10T23:30:00Z'), 'UTC')).toBe(today)
    expect(startOfDay(at('2026-03-10T23:30:00Z'), 'Europe/Berlin')).toBe(at('2026-03-11T00:00:00Z'))
    expect(startOfDay(at('2026-03-11T03:00:00Z'), 'America/New_York')).toBe(today)
  })
})
