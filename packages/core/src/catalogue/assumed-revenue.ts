import { findCurrency, minorDigitsOf } from './currencies.ts'

/** Rough turnover of a person employed, in US dollars; only used where the revenue is not given. */
export const assumedRevenuePerHeadUsd = 200_000

/** A year's revenue in minor units of `currency` as good as guessed from the number of people: an order of magnitude. */
export function assumedYearlyRevenueMinor(headcount: number, currency: string): number {
  const usdPerUnit = findCurrency(currency)?.usdPerUnit ?? 1
  return Math.round((headcount * assumedRevenuePerHeadUsd * 10 ** minorDigitsOf(currency)) / usdPerUnit)
}
