import { expect, test } from 'vitest'
import { isTrying, nothingTried, withEstimate } from './trial.ts'

const own = { frequency: { low: 0.1, high: 1 }, lossMinor: { low: 100, high: 1_000 }, lossCapMinor: null }
const wider = { ...own, frequency: { low: 0.1, high: 2 } }
const risk = { id: 'a', ...own }

test('an estimate that is the own one again is not tried any more', () => {
  const estimates = withEstimate(nothingTried(0), risk, wider)
  expect(estimates).toEqual({ a: wider })
  expect(isTrying({ ...nothingTried(0), estimates }, 0)).toBe(true)
  const back = withEstimate({ estimates }, risk, { ...wider, frequency: { low: 0.1, high: 1 } })
  expect(isTrying({ ...nothingTried(0), estimates: back }, 0)).toBe(false)
})

test('estimates of several risks stand side by side', () => {
  const both = withEstimate({ estimates: { b: wider } }, risk, wider)
  expect(Object.keys(both).sort()).toEqual(['a', 'b'])
  expect(withEstimate({ estimates: both }, risk, own)).toEqual({ b: wider })
})
