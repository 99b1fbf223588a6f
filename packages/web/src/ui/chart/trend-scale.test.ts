import { expect, test } from 'vitest'
import { limitLabels, nearestPoint, trendPath, trendScale } from './trend-scale.ts'

const frame = { width: 110, height: 120, left: 10, right: 0, top: 10, bottom: 10 }
const points = [
  { at: 0, value: 10 },
  { at: 10, value: 20 },
  { at: 100, value: 40 },
]

test('reaches from zero to the highest of values and limits', () => {
  const { x, y, ticks } = trendScale(frame, points, [{ name: 'Target', value: 90, kind: 'target' }], 0, 100)
  expect([x(0), x(100), x(50)]).toEqual([10, 110, 60])
  expect(y(0)).toBe(110)
  expect(ticks.at(-1)).toBeGreaterThanOrEqual(90)
  expect(y(ticks.at(-1) ?? 0)).toBe(10)
})

test('breaks off where nothing was measured for long', () => {
  const scale = trendScale(frame, points, [], 0, 100)
  expect(trendPath(points, scale, 20).match(/[ML]/g)).toEqual(['M', 'L', 'M'])
  expect(trendPath(points, scale, 200).match(/[ML]/g)).toEqual(['M', 'L', 'L'])
})

test('finds what is pointed at', () => {
  expect(nearestPoint(points, 12)).toEqual({ at: 10, value: 20 })
  expect(nearestPoint([], 12)).toBeNull()
})

test('begins at a round number below where all of it lies high', () => {
  const high = [71, 84, 92, 97, 99].map((value, at) => ({ at, value }))
  const { y, ticks } = trendScale(frame, high, [{ name: 'Target', value: 100, kind: 'target' }], 0, 4)
  expect(ticks).toEqual([70, 80, 90, 100])
  expect([y(70), y(100)]).toEqual([110, 10])
})

test('names of limits stand level with their line, and apart from each other inside the frame where lines lie close', () => {
  const limits = [
    { name: 'Alarm', value: 20, kind: 'alarm' },
    { name: 'Target', value: 100, kind: 'target' },
    { name: 'Warning', value: 98, kind: 'warning' },
  ] as const
  const scale = trendScale(frame, points, limits, 0, 100)
  const [alarm, target, warning] = limitLabels(limits, scale, 110)
  expect(target).toBe(scale.y(100) + 4)
  expect(warning).toBe(scale.y(100) + 4 + 13)
  expect(alarm).toBe(scale.y(20) + 4)
  const low = limits.map((limit) => ({ ...limit, value: limit.value / 100 }))
  expect(limitLabels(low, { ...scale, y: () => 109 }, 110)).toEqual([110, 84, 97])
})
