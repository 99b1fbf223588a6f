import { expect, test } from 'vitest'
import { withAppetitePoints } from './appetite-of.ts'

test('an appetite of one amount, from before there were points, reads as one point', () => {
  const stored = { appetite: { yearlyLossMinor: 5, exceedMinor: 20, exceedProbability: 0.05 }, scope: 'all' }
  expect(withAppetitePoints(stored)).toEqual({
    appetite: { yearlyLossMinor: 5, afterInsurance: false, points: [{ amountMinor: 20, probability: 0.05 }] },
    scope: 'all',
  })
})

test('points stay what they are', () => {
  const appetite = { yearlyLossMinor: 5, afterInsurance: true, points: [{ amountMinor: 20, probability: 0.05 }] }
  expect(withAppetitePoints({ appetite }).appetite).toBe(appetite)
})

test('an appetite from before insurance entered the year is judged before it', () => {
  const appetite = { yearlyLossMinor: 5, points: [{ amountMinor: 20, probability: 0.05 }] }
  expect(withAppetitePoints({ appetite }).appetite).toEqual({ ...appetite, afterInsurance: false })
})
