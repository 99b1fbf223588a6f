import { describe, expect, test } from 'vitest'
import { estimateRefusals } from '../risk/estimate-rules.ts'
import { estimateInputOf, type SaidEstimate } from './estimate-input.ts'

const plain = {
  frequency: { low: 0.1, high: 1 },
  lossMinor: { low: 1_000, high: 9_000 },
  lossCapMinor: null,
} satisfies SaidEstimate

describe('an estimate as it is said', () => {
  test('of two ranges stays as it is', () => {
    expect(estimateInputOf({ ...plain, frequencyShape: null, lossShape: null, secondaryLosses: [] })).toEqual(plain)
  })

  test('with laws of its own has the ranges that 90 % of them span', () => {
    const said = estimateInputOf({
      ...plain,
      frequency: null,
      lossMinor: null,
      frequencyShape: { kind: 'at_most_once', probability: 0.2 },
      lossShape: { kind: 'amounts', amountsMinor: [300, 100, 200] },
    })
    expect(said).toMatchObject({ frequency: { low: 0.2, high: 0.2 }, lossMinor: { low: 100, high: 300 } })
    const pert = estimateInputOf({
      ...plain,
      lossShape: { kind: 'pert', minMinor: 0, modeMinor: 500, maxMinor: 1_000 },
    })
    // The 5 % and 95 % points of Beta(3, 3).
    expect(pert.lossMinor).toEqual({ low: 189, high: 811 })
  })
})

describe('an estimate is refused', () => {
  const issues = (fields: Partial<SaidEstimate>) =>
    estimateRefusals(estimateInputOf({ ...plain, ...fields })).map(({ field, code }) => `${field} ${code}`)
  const fine = { name: 'Fine', probability: 0.1, lossMinor: { low: 10, high: 20 }, mostMinor: null }
  test.each<[string, Partial<SaidEstimate>, readonly string[]]>([
    [
      'not, where its laws are right',
      {
        frequencyShape: { kind: 'at_most_once', probability: 1 },
        lossShape: { kind: 'pert', minMinor: 0, modeMinor: 0, maxMinor: 5 },
        secondaryLosses: [fine],
      },
      [],
    ],
    [
      'for a chance of nothing',
      { frequencyShape: { kind: 'at_most_once', probability: 0 } },
      ['frequency estimate-not-positive', 'frequencyShape probability-out-of-range'],
    ],
    [
      'for a most likely amount above the most',
      { lossShape: { kind: 'pert', minMinor: 0, modeMinor: 9, maxMinor: 5 } },
      ['lossShape pert-upside-down'],
    ],
    ['for no amounts', { lossShape: { kind: 'amounts', amountsMinor: [] } }, ['lossShape amounts-count']],
    [
      'for an amount of nothing, by its place',
      { lossShape: { kind: 'amounts', amountsMinor: [5, 0, 7] } },
      ['lossShape amount-not-positive'],
    ],
    [
      'for a further loss without a name',
      { secondaryLosses: [{ ...fine, name: ' ' }] },
      ['secondaryLosses further-loss-unnamed'],
    ],
    [
      'for a further loss that never comes',
      { secondaryLosses: [{ ...fine, probability: 0 }] },
      ['secondaryLosses further-loss-probability'],
    ],
    [
      'for a further loss upside down',
      { secondaryLosses: [{ ...fine, lossMinor: { low: 30, high: 20 } }] },
      ['secondaryLosses further-loss-upside-down'],
    ],
    [
      'for a most below the range',
      { secondaryLosses: [{ ...fine, mostMinor: 5 }] },
      ['secondaryLosses further-loss-most-below-low'],
    ],
    [
      'for four further losses',
      { secondaryLosses: [fine, fine, fine, fine] },
      ['secondaryLosses too-many-further-losses'],
    ],
  ])('%s', (_case, fields, expected) => {
    expect(issues(fields)).toEqual(expected)
  })
})
