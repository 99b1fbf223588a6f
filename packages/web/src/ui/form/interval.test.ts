import { describe, expect, test } from 'vitest'
import { decades, intervalProblem, logPosition, logStepsAround } from './interval.ts'

describe('an interval', () => {
  test.each([
    [{ low: null, high: null }, null],
    [{ low: 1, high: null }, 'Give both ends of the interval.'],
    [{ low: 5, high: 2 }, 'The low end is above the high end.'],
    [{ low: -1, high: 2 }, 'Neither end can be below zero.'],
    [{ low: 0.1, high: 2 }, 'At most 100 %.'],
    [{ low: 0.1, high: 0.4 }, null],
    [{ low: 0.3, high: 0.3 }, null],
  ])('%o: %s', (interval, problem) => expect(intervalProblem(interval, { min: 0, max: 1 })).toBe(problem))
})

describe('a logarithmic scale', () => {
  test('puts equal ratios at equal distances', () => {
    expect(logPosition(10, 1, 100)).toBeCloseTo(0.5)
    expect(logPosition(0, 1, 100)).toBe(0)
    expect(logPosition(1e9, 1, 100)).toBe(1)
  })
  test('is marked at powers of ten', () => {
    expect(decades(0.01, 100)).toEqual([0.01, 0.1, 1, 10, 100])
    expect(decades(2, 5)).toEqual([])
  })

  test('is pulled on in whole steps, from a decade below it to one above, in values of three digits', () => {
    const { count, stepOf, valueAt } = logStepsAround({ low: 0.25, high: 40 })
    expect([valueAt(0), valueAt(count)]).toEqual([0.01, 1000])
    expect(valueAt(stepOf(0.25))).toBe(0.251)
    expect(stepOf(valueAt(137))).toBe(137)
  })
})
