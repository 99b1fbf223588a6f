import type { Insurance, Portfolio } from '../loss/model/portfolio.ts'

/**
 * A policy as the loss model reads it: it pays what exceeds the deductible, up to the limit, of each event of the covered risks, or of
 * the whole year. Minor units; the premium is a year's.
 */
export type Cover = {
  readonly per: 'event' | 'year'
  readonly deductibleMinor: number
  readonly limitMinor: number
  readonly premiumMinor: number
  /** Null covers every risk; a policy per year always does. */
  readonly riskIds: readonly string[] | null
}

/** A policy of the register, with the time it is in force. */
export type InsuranceInput = Cover & {
  readonly id: string
  readonly number: number
  readonly name: string
  /** Milliseconds since 1970; the end is not covered any more. */
  readonly validFrom: number
  readonly validUntil: number
}

/** Policies that pay for what happens at `t`, by number: before it begins and once it has run out a policy counts for nothing. */
export function policiesInForce(policies: readonly InsuranceInput[], t: number): readonly InsuranceInput[] {
  const inForce = policies.filter(({ validFrom, validUntil }) => validFrom <= t && t < validUntil)
  return inForce.sort((a, b) => a.number - b.number || (a.id < b.id ? -1 : 1))
}

/**
 * The portfolio with these covers, the first that covers an event or the year counting: a loss is never paid twice. Scenarios that no
 * cover touches stay the same objects.
 */
export function insured(portfolio: Portfolio, covers: readonly Cover[]): Portfolio {
  if (covers.length === 0) return portfolio
  const year = covers.find(({ per }) => per === 'year')
  const perEvent = covers.filter(({ per }) => per === 'event')
  const scenarios = portfolio.scenarios.map((scenario) => {
    const cover = coverOf(perEvent, scenario.id ?? '')
    return cover === undefined ? scenario : { ...scenario, eventInsurance: termsOf(cover) }
  })
  return {
    ...portfolio,
    scenarios: perEvent.length === 0 ? portfolio.scenarios : scenarios,
    ...(year === undefined ? {} : { aggregateInsurance: termsOf(year) }),
  }
}

/** The first policy per event that covers a risk. */
export function coverOf<T extends Pick<Cover, 'riskIds'>>(perEvent: readonly T[], riskId: string): T | undefined {
  return perEvent.find(({ riskIds }) => riskIds === null || riskIds.includes(riskId))
}

function termsOf({ deductibleMinor, limitMinor }: Cover): Insurance {
  return { deductible: deductibleMinor, limit: limitMinor }
}
