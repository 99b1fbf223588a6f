import { minorDigitsOf } from '../catalogue/currencies.ts'
import type { ConsequenceBand, LikelihoodBand } from '../chain/chain-snapshot.ts'
import { formatMoneyShort } from '../money/format-money.ts'
import type { MethodologyContent } from './methodology-rules.ts'

const likelihoodBands: readonly LikelihoodBand[] = [
  { name: 'Rare', description: 'Less than once in ten years; known from other companies only', upToPerYear: 0.1 },
  { name: 'Unlikely', description: 'Once in three to ten years; happens in our line of business', upToPerYear: 0.33 },
  {
    name: 'Possible',
    description: 'Once in one to three years; has happened to us or to somebody we know',
    upToPerYear: 1,
  },
  { name: 'Likely', description: 'One to six times a year; happens to us', upToPerYear: 6 },
  { name: 'Frequent', description: 'More than six times a year; every other month or more often', upToPerYear: null },
]

/** Parts of a year's revenue at which each consequence band but the last ends, and what that feels like. */
const consequenceSteps = [
  { name: 'Negligible', share: 0.0005, words: 'absorbed in the daily budget, nobody outside notices' },
  { name: 'Minor', share: 0.0025, words: 'a department feels it, single customers ask' },
  { name: 'Moderate', share: 0.01, words: 'the yearly plan feels it, several customers are affected' },
  { name: 'Major', share: 0.05, words: 'the yearly result is in danger, customers leave, an authority asks' },
] as const

const lastConsequence = { name: 'Severe', words: 'the organisation itself is in danger' }

/** Below this revenue the smallest bands would round to the same amount. */
const smallestRevenue = 10_000

/**
 * A methodology to start from and to edit: five likelihood bands in events a year, five consequence bands as parts of a year's
 * revenue rounded to 1, 2 or 5, acceptance rights that rise with the level, an appetite of 1 % of revenue a year.
 * `yearlyRevenueMinor` in minor units of `currency`, above zero.
 * @throws RangeError for a revenue that is not an amount above zero.
 */
export function defaultMethodology(currency: string, yearlyRevenueMinor: number): MethodologyContent {
  if (!(yearlyRevenueMinor > 0) || !Number.isFinite(yearlyRevenueMinor)) {
    throw new RangeError('The yearly revenue must be an amount above zero')
  }
  const base = Math.max(yearlyRevenueMinor, smallestRevenue * 10 ** minorDigitsOf(currency))
  const part = (share: number) => roundToOneTwoFive(share * base, currency)
  return {
    likelihoodBands,
    consequenceBands: consequenceBands(part, currency),
    levelThresholds: { medium: 5, high: 10, critical: 16 },
    acceptanceRights: [
      { level: 'low', mayAccept: 'owner', maxMonths: 12 },
      { level: 'medium', mayAccept: 'owner', maxMonths: 12 },
      { level: 'high', mayAccept: 'top', maxMonths: 6 },
      { level: 'critical', mayAccept: 'never', maxMonths: 1 },
    ],
    appetite: {
      yearlyLossMinor: part(0.01),
      afterInsurance: false,
      points: [
        { amountMinor: part(0.02), probability: 0.1 },
        { amountMinor: part(0.05), probability: 0.05 },
        { amountMinor: part(0.2), probability: 0.01 },
      ],
    },
    materialShare: 0.2,
    maxReduction: 0.95,
    reviewIntervalDays: 365,
  }
}

function consequenceBands(part: (share: number) => number, currency: string): readonly ConsequenceBand[] {
  const bounded = consequenceSteps.map(({ name, share, words }) => {
    const upToMinor = part(share)
    return { name, description: `Up to ${formatMoneyShort(upToMinor, currency)}: ${words}`, upToMinor }
  })
  const top = bounded.at(-1)?.upToMinor ?? 0
  const description = `More than ${formatMoneyShort(top, currency)}: ${lastConsequence.words}`
  return [...bounded, { name: lastConsequence.name, description, upToMinor: null }]
}

// The nearest, as ratios go, of 1, 2 and 5 times a power of ten in whole units of the currency.
function roundToOneTwoFive(minor: number, currency: string): number {
  const unit = 10 ** minorDigitsOf(currency)
  const amount = minor / unit
  const power = 10 ** Math.floor(Math.log10(amount))
  const lead = amount / power
  const nice = lead < Math.SQRT2 ? 1 : lead < Math.sqrt(10) ? 2 : lead < Math.sqrt(50) ? 5 : 10
  return Math.round(nice * power * unit)
}
