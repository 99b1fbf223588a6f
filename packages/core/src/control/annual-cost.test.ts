import { describe, expect, test } from 'vitest'
import { annualCost, costRefusals } from './annual-cost.ts'

describe('the cost of a year', () => {
  test.each([
    ['nothing is said', null, null, null, null],
    ['it is only run', null, null, 120_000, 120_000],
    ['it is free to run', null, null, 0, 0],
    ['it is only bought', 900_000, 3, null, 300_000],
    ['it is bought and run', 900_000, 4.5, 120_000, 320_000],
    ['a purchase has no lifetime', 900_000, null, 120_000, null],
    ['a purchase lasts no time', 900_000, 0, 120_000, null],
    ['a lifetime of nothing bought', null, 5, 120_000, 120_000],
  ])('where %s', (_, capexMinor, lifetimeYears, opexMinor, expected) => {
    expect(annualCost({ capexMinor, lifetimeYears, opexMinor })).toBe(expected)
  })

  test('a purchase is refused without its lifetime', () => {
    const codes = (capexMinor: number | null, lifetimeYears: number | null) =>
      costRefusals({ capexMinor, lifetimeYears, opexMinor: null }).map(({ code }) => code)
    expect(codes(900_000, null)).toEqual(['cost_without_lifetime'])
    expect(codes(900_000, 3)).toEqual([])
    expect(codes(null, null)).toEqual([])
  })
})
