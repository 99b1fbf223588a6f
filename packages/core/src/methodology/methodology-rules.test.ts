import { describe, expect, test } from 'vitest'
import { aMethodology, million } from '../test/sample-chain.ts'
import { defaultMethodology } from './default-methodology.ts'
import { type MethodologyContent, methodologyRefusals } from './methodology-rules.ts'

const issues = (fields: Partial<MethodologyContent>) =>
  methodologyRefusals({ ...aMethodology(), ...fields }).map(({ field, code }) => `${field} ${code}`)

const band = (name: string, upToPerYear: number | null, description = 'Anchor') => ({ name, description, upToPerYear })
const right = (level: 'low' | 'medium' | 'high' | 'critical', maxMonths = 12) =>
  ({ level, mayAccept: 'owner', maxMonths }) as const
const rights = [right('low'), right('medium'), right('high'), right('critical')]

describe('a methodology', () => {
  test.each<[string, Partial<MethodologyContent>, readonly string[]]>([
    ['as it should be', {}, []],
    [
      'one band',
      { likelihoodBands: [band('All', null)], levelThresholds: { medium: 2, high: 3, critical: 3.5 } },
      ['likelihoodBands scale-too-short', 'levelThresholds.critical level-out-of-reach'],
    ],
    [
      'a band that falls',
      { likelihoodBands: [band('A', 1), band('B', 0.5), band('C', null)] },
      ['likelihoodBands.1.upToPerYear bands-not-ascending'],
    ],
    [
      'two bands that end together',
      { likelihoodBands: [band('A', 1), band('B', 1), band('C', null)] },
      ['likelihoodBands.1.upToPerYear bands-not-ascending'],
    ],
    [
      'a first band that ends at zero',
      { likelihoodBands: [band('A', 0), band('B', 1), band('C', null)] },
      ['likelihoodBands.0.upToPerYear bands-not-ascending'],
    ],
    [
      'an open band in the middle',
      { likelihoodBands: [band('A', 1), band('B', null), band('C', null)] },
      ['likelihoodBands.1.upToPerYear band-unbounded'],
    ],
    [
      'a scale that ends',
      { likelihoodBands: [band('A', 1), band('B', 2), band('C', 3)] },
      ['likelihoodBands.2.upToPerYear band-bounded'],
    ],
    [
      'a band without anchor',
      { likelihoodBands: [band('A', 1, ' '), band('B', 2), band('C', null)] },
      ['likelihoodBands.0.description band-without-anchor'],
    ],
    [
      'a band without name',
      { likelihoodBands: [band('', 1), band('B', 2), band('C', null)] },
      ['likelihoodBands.0.name band-unnamed'],
    ],
    [
      'thresholds that fall',
      { levelThresholds: { medium: 4, high: 3, critical: 9 } },
      ['levelThresholds thresholds-not-ascending'],
    ],
    [
      'nothing is low',
      { levelThresholds: { medium: 1, high: 3, critical: 9 } },
      ['levelThresholds thresholds-not-ascending'],
    ],
    [
      'nothing is critical',
      { levelThresholds: { medium: 2, high: 3, critical: 10 } },
      ['levelThresholds.critical level-out-of-reach'],
    ],
    [
      'nobody named for high',
      { acceptanceRights: rights.filter(({ level }) => level !== 'high') },
      ['acceptanceRights right-missing'],
    ],
    ['two rights for low', { acceptanceRights: [...rights, right('low')] }, ['acceptanceRights right-twice']],
    [
      'an acceptance without end',
      { acceptanceRights: [right('low', 0), ...rights.slice(1)] },
      ['acceptanceRights.0.maxMonths right-without-end'],
    ],
    [
      'no appetite',
      { appetite: { yearlyLossMinor: 0, afterInsurance: false, points: [{ amountMinor: 1, probability: 0.1 }] } },
      ['appetite.yearlyLossMinor appetite-not-positive'],
    ],
    [
      'a certain excess',
      { appetite: { yearlyLossMinor: 1, afterInsurance: false, points: [{ amountMinor: 1, probability: 1 }] } },
      ['appetite.points.0.probability appetite-probability'],
    ],
    [
      'an appetite without amounts',
      { appetite: { yearlyLossMinor: 1, afterInsurance: false, points: [] } },
      ['appetite.points appetite-without-points'],
    ],
    [
      'a larger amount as often',
      {
        appetite: {
          afterInsurance: false,
          yearlyLossMinor: 1,
          points: [
            { amountMinor: 1, probability: 0.1 },
            { amountMinor: 2, probability: 0.1 },
          ],
        },
      },
      ['appetite.points.1 appetite-not-falling'],
    ],
    ['perfect controls', { maxReduction: 1 }, ['maxReduction max-reduction']],
    ['a negative materiality', { materialShare: -0.1 }, ['materialShare material-share']],
    ['never reviewed', { reviewIntervalDays: 0 }, ['reviewIntervalDays review-interval']],
  ])('%s', (_what, fields, expected) => {
    expect(issues(fields)).toEqual(expected)
  })
})

describe('the default methodology', () => {
  test.each([
    ['EUR', 1],
    ['EUR', 5 * million],
    ['EUR', 500 * million],
    ['USD', 100_000 * million],
    ['JPY', 800 * million],
    ['KWD', 3_000 * million],
  ])('%s, %i minor units a year: has nothing wrong', (currency, revenue) => {
    expect(methodologyRefusals(defaultMethodology(currency, revenue))).toEqual([])
  })

  test('of a company with €5M a year: amounts of 1, 2 and 5, in words and numbers', () => {
    const { consequenceBands, appetite } = defaultMethodology('EUR', 500 * million)
    expect(consequenceBands.map((one) => one.upToMinor)).toEqual([200_000, 1_000_000, 5_000_000, 20_000_000, null])
    expect(consequenceBands[3]?.description).toMatch(/^Up to €200k: /)
    expect(consequenceBands[4]?.description).toMatch(/^More than €200k: /)
    expect(appetite).toEqual({
      yearlyLossMinor: 5_000_000,
      afterInsurance: false,
      points: [
        { amountMinor: 10_000_000, probability: 0.1 },
        { amountMinor: 20_000_000, probability: 0.05 },
        { amountMinor: 100_000_000, probability: 0.01 },
      ],
    })
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a revenue of %s', (revenue) => {
    expect(() => defaultMethodology('EUR', revenue)).toThrow(RangeError)
  })
})
