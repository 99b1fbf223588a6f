import { describe, expect, it } from 'vitest'
import type { DueWork } from './due-work.ts'
import { day } from './field.ts'
import { isPastDue } from './past-due.ts'

const review: DueWork = { what: 'Review', due: 'reviewAt', unless: { status: ['closed'], isOff: [true] } }
const noon = Date.parse('2026-12-01T12:00:00Z')
const isLate = (record: Readonly<Record<string, unknown>>, field = 'reviewAt') =>
  isPastDue({ work: [review], computed: { validUntil: day('Valid until', { isEnd: true }) } }, field, record, noon)

describe('a day by which something is due', () => {
  it('is past from the day after', () => {
    expect(isLate({ reviewAt: '2026-11-30T23:00:00Z' })).toBe(true)
    expect(isLate({ reviewAt: '2026-12-01T00:00:00Z' })).toBe(false)
    expect(isLate({ reviewAt: '2027-01-01T00:00:00Z' })).toBe(false)
  })

  it('is not past where it is not given, or nothing is due any more', () => {
    expect(isLate({ reviewAt: null })).toBe(false)
    expect(isLate({ reviewAt: '2026-01-01T00:00:00Z', status: 'closed' })).toBe(false)
    expect(isLate({ reviewAt: '2026-01-01T00:00:00Z', status: 'open', isOff: true })).toBe(false)
    expect(isLate({ reviewAt: '2026-01-01T00:00:00Z', status: 'open', isOff: false })).toBe(true)
  })

  it('or on which something ended, is past in the same way', () => {
    expect(isLate({ validUntil: '2026-11-30T00:00:00Z' }, 'validUntil')).toBe(true)
    expect(isLate({ validUntil: '2026-12-02T00:00:00Z' }, 'validUntil')).toBe(false)
    expect(isLate({ validUntil: null }, 'validUntil')).toBe(false)
  })

  it('is only a day of which the register says that something is due', () => {
    expect(isLate({ decidedAt: '2026-01-01T00:00:00Z' }, 'decidedAt')).toBe(false)
  })
})
