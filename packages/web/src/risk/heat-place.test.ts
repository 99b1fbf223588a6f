import type { PricedState } from '@sinew/core/risk/derive-risk.ts'
import { expect, test } from 'vitest'
import { heatPlace } from './heat-place.ts'

const scales = {
  likelihoodBands: [0.1, 1, null].map((upToPerYear) => ({ name: '', description: '', upToPerYear })),
  consequenceBands: [1_000, 100_000, null].map((upToMinor) => ({ name: '', description: '', upToMinor })),
}

function place(ratePerYear: number, likelihoodBand: number, eventMinor: number, consequenceBand: number) {
  return heatPlace({ ratePerYear, likelihoodBand, eventMinor, consequenceBand } as PricedState, scales)
}

test.each([
  ['in the middle of a band by magnitude', place(10 ** -0.5, 1, 10_000, 1), [1.5, 1.5]],
  ['in the open last band', place(3.162, 2, 1_000_000, 2), [2.5, 2.999]],
  ['below the first band by far', place(1e-9, 0, 1, 0), [0, 0]],
  ['at nothing', place(0, 0, 0, 0), [0.5, 0.5]],
  ['at the upper edge, still inside', place(1, 1, 100_000, 1), [1.999, 1.999]],
])('%s', (_case, { likelihood, consequence }, [l, c]) => {
  expect(likelihood).toBeCloseTo(l ?? Number.NaN, 2)
  expect(consequence).toBeCloseTo(c ?? Number.NaN, 2)
})
