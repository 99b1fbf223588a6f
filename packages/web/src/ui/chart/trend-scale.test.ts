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

test('names of limits that lie close stand below each other, others above their line', () => {
  const limits = [
    { name: 'Alarm', value: 20, kind: 'alarm' },
    { name: 'Target', value: 100, kind: 'target' },
    { name: 'Warning', value: 98, kind: 'warning' },
  ] as const
  const scale = trendScale(frame, points, limits, 0, 100)
  const [alarm, target, warning] = limitLabels(limits, scale)
  expect(target).toBe(scale.y(100) - 4)
  expect(warning).toBe(scale.y(100) - 4 + 13)
  expect(alarm).toBe(scale.y(20) - 4)
})
