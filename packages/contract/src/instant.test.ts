import { describe, expect, it } from 'vitest'
import { instant } from './instant.ts'

describe('an instant that is given', () => {
  it.each(['1900-01-01T00:00:00Z', '2026-12-01T09:00:00+01:00', '2199-12-31T23:59:59Z'])('may be %s', (given) => {
    expect(instant.parse(given)).toBe(given)
  })

  it.each([
    '0000-01-01T00:00:00Z',
    '0206-12-01T00:00:00Z',
    '9999-01-01T00:00:00Z',
    '1900-01-01T00:00:00+14:00',
    '2199-12-31T23:59:59.999-14:00',
  ])('is not %s: the year', (given) => {
    expect(instant.safeParse(given).error?.issues[0]?.message).toBe('The year has to lie between 1900 and 2199.')
  })

  it('that is none is told of once', () => {
    expect(instant.safeParse('soon').error?.issues).toHaveLength(1)
  })
})
