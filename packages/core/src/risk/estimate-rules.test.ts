import { describe, expect, test } from 'vitest'
import type { EstimateInput } from '../loss/loss-law.ts'
import { estimateRefusals } from './estimate-rules.ts'

const estimate = (fields: Partial<EstimateInput>): EstimateInput => ({
  frequency: { low: 0.1, high: 2 },
  lossMinor: { low: 1_000, high: 100_000 },
  lossCapMinor: null,
  ...fields,
})

describe('an estimate', () => {
  test.each<[string, Partial<EstimateInput>, readonly string[]]>([
    // what → refusals
    ['as it should be', {}, []],
    ['not made yet', { frequency: null, lossMinor: null }, []],
    ['upside down', { frequency: { low: 2, high: 1 } }, ['frequency estimate-upside-down']],
    ['zero at the low end', { frequency: { low: 0, high: 1 } }, ['frequency estimate-not-positive']],
    ['negative', { lossMinor: { low: -5, high: 10 } }, ['lossMinor estimate-not-positive']],
    ['not a number', { lossMinor: { low: Number.NaN, high: 10 } }, ['lossMinor estimate-not-a-number']],
    ['endless', { lossMinor: { low: 1, high: Number.POSITIVE_INFINITY } }, ['lossMinor estimate-not-a-number']],
    ['wide', { lossMinor: { low: 1, high: 1_001 } }, []],
    ['just not wide', { lossMinor: { low: 1, high: 1_000 } }, []],
    ['far too wide', { lossMinor: { low: 1, high: 1_000_001 } }, ['lossMinor estimate-far-too-wide']],
    ['certain', { frequency: { low: 1, high: 1 } }, []],
    ['capped far above', { lossCapMinor: 200_000 }, []],
    ['capped within the range', { lossCapMinor: 50_000 }, []],
    ['capped at the low end', { lossCapMinor: 1_000 }, []],
    ['capped below the low end', { lossCapMinor: 999 }, ['lossCapMinor cap-below-low']],
    ['capped at nothing', { lossCapMinor: 0 }, ['lossCapMinor cap-not-positive']],
    [
      'everything wrong',
      { frequency: { low: 2, high: 1 }, lossMinor: { low: 2, high: 1 } },
      ['frequency estimate-upside-down', 'lossMinor estimate-upside-down'],
    ],
  ])('%s', (_what, fields, refusals) => {
    const named = (issues: ReturnType<typeof estimateRefusals>) => issues.map(({ field, code }) => `${field} ${code}`)
    expect(named(estimateRefusals(estimate(fields)))).toEqual(refusals)
  })
})
