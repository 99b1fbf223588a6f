import type { CountShown, RateProposal } from '@sinew/contract/back-test/back-test-fields.ts'
import type { GroupBackTest } from '@sinew/core/back-test/back-test-groups.ts'
import type { RiskBackTest } from '@sinew/core/back-test/back-test-risk.ts'
import type { PooledCount } from '@sinew/core/back-test/pooled-count.ts'
import type { ProposedUpdate } from '@sinew/core/back-test/propose-update.ts'

export function toCount(count: PooledCount | null): CountShown | null {
  if (count === null) return null
  const { mean, low, high, observed, asManyOrMore, asFewOrFewer } = count
  return { mean, low, high, observed, asManyOrMore, asFewOrFewer }
}

/** What risks and groups of them have in common. */
export function testedOf(test: RiskBackTest | GroupBackTest) {
  const { watchedYears, expectedLossMinor, observedLossMinor, unknownLosses, nearMisses, eventsOutside } = test
  return {
    watchedYears,
    claimed: toCount(test.claimed),
    proven: toCount(test.proven),
    expectedLossMinor,
    observedLossMinor,
    unknownLosses,
    nearMisses,
    eventsOutside,
  }
}

export function toProposal(proposal: ProposedUpdate): RateProposal {
  const { evidence, rate } = proposal
  const gamma = ({ shape, scale }: typeof rate.prior) => ({ shape, scale })
  return {
    key: proposal.key,
    events: evidence.events,
    years: evidence.years,
    reading: evidence.reading,
    keptShare: proposal.keptShare,
    occurrenceIds: [...evidence.occurrenceIds],
    periods: evidence.periods.map(({ from, until }) => ({
      from: new Date(from).toISOString(),
      until: new Date(until).toISOString(),
    })),
    before: proposal.before,
    after: rate.interval,
    meanBefore: rate.priorMean,
    meanAfter: rate.posteriorMean,
    prior: gamma(rate.prior),
    posterior: gamma(rate.posterior),
    inherentMinor: proposal.inherentMinor,
    provenMinor: proposal.provenMinor,
    isWorse: proposal.isWorse,
  }
}
