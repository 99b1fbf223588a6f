import { describe, expect, test } from 'vitest'
import { monthTicks, timeShare } from './time-axis.ts'

describe('ticks of a time axis', () => {
  test('are months while they fit', () => {
    const ticks = monthTicks(Date.UTC(2026, 9, 15), Date.UTC(2027, 2, 15), 8, 'en')
    expect(ticks.map(({ label }) => label)).toEqual(['Nov', 'Dec', '2027', 'Feb', 'Mar'])
  })
  test('thin out over years', () => {
    const ticks = monthTicks(Date.UTC(2024, 5, 1), Date.UTC(2027, 5, 1), 8, 'en')
    expect(ticks.map(({ label }) => label)).toEqual(['Jul', '2025', 'Jul', '2026', 'Jul', '2027'])
  })
  test('shares are held within the axis', () => {
    expect([timeShare(5, 0, 10), timeShare(-1, 0, 10), timeShare(11, 0, 10), timeShare(1, 3, 3)]).toEqual([
      0.5, 0, 1, 0,
    ])
  })
})
