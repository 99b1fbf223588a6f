import { describe, expect, test } from 'vitest'
import { bandPath, bandScale, linePath, pointAt, roundTicks } from './band-path.ts'

const frame = { width: 120, height: 60, left: 10, right: 10, top: 5, bottom: 5 }
const points = [
  { at: 0, solid: 50, dashed: 25 },
  { at: 50, solid: 100, dashed: 25 },
]
const scale = bandScale(frame, 0, 100, 100)

describe('a band', () => {
  test('goes from point to point, or holds each value until the next', () => {
    const solid = (point: (typeof points)[number]) => point.solid
    expect(linePath(points, solid, scale, false, 100)).toBe('M10.0 30.0L60.0 5.0')
    expect(linePath(points, solid, scale, true, 100)).toBe('M10.0 30.0L60.0 30.0L60.0 5.0L110.0 5.0')
  })

  test('is the area between its lines', () => {
    expect(bandPath(points, scale, false, 100)).toBe('M10.0 30.0L60.0 5.0L60.0 42.5L10.0 42.5Z')
    expect(bandPath([], scale, true, 100)).toBe('')
  })

  test('keeps what lies outside at its edge, and an empty one drawable', () => {
    expect(scale.x(-20)).toBe(10)
    expect(scale.x(1000)).toBe(110)
    expect(bandScale(frame, 0, 0, 0).y(0)).toBe(55)
  })

  test('is at the last point before an instant', () => {
    expect(pointAt(points, 49)?.solid).toBe(50)
    expect(pointAt(points, 50)?.solid).toBe(100)
    expect(pointAt(points, -1)?.solid).toBe(50)
    expect(pointAt([], 0)).toBeUndefined()
  })
})

test.each([
  [410, 4, [0, 200, 400, 600]],
  [1, 4, [0, 0.25, 0.5, 0.75, 1]],
  [0, 4, [0]],
  [Number.NaN, 4, [0]],
])('round values up to %s', (most, count, ticks) => {
  expect(roundTicks(most, count)).toEqual(ticks)
})
