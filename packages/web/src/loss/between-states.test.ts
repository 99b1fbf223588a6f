import { expect, test } from 'vitest'
import { provenAhead } from './between-states.ts'
import type { SampledState } from './sample-year.ts'

function state(factor: number): SampledState {
  return {
    meanMinor: 100 * factor,
    sdMinor: 10 * factor,
    none: 0.1,
    points: { amounts: [0, 100 * factor, 1000 * factor], probabilities: [0.9, 0.5, 0.1] },
    levels: [{ years: 10, exceededMinor: 1000 * factor, meanBeyondMinor: 2000 * factor }],
    limits: [{ amountMinor: 500, probability: 0.2, exceeds: 0.1 * factor, exceededMinor: 700 * factor }],
  }
}
const points = [
  { at: 0, proven: state(1) },
  { at: 10, proven: state(4) },
]

test('an instant that was priced is that price', () => {
  expect(provenAhead(points, 10)).toBe(points[1]?.proven)
  expect(provenAhead(points, 0)).toBe(points[0]?.proven)
})

test('between two, amounts and chances run evenly on their logarithms', () => {
  const half = provenAhead(points, 5)
  expect(half?.meanMinor).toBe(250)
  expect(half?.levels[0]?.exceededMinor).toBeCloseTo(2000)
  expect(half?.limits[0]?.exceeds).toBeCloseTo(0.2)
  expect(half?.limits[0]?.probability).toBe(0.2)
  expect(Array.from(half?.points.amounts ?? []).map(Math.round)).toEqual([0, 200, 2000])
})

test('what was not priced is not guessed', () => {
  expect(provenAhead(points, 11)).toBeNull()
  expect(provenAhead(points.slice(1), 5)).toBeNull()
  expect(provenAhead([], 5)).toBeNull()
})
