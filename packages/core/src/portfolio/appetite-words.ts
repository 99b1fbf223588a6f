import { formatMoneyShort } from '../money/format-money.ts'
import { tightestPoint } from './appetite.ts'
import type { DerivedPortfolio } from './derive-portfolio.ts'

/** “1 year in 16 costs more than €500k; allowed is 1 in 20”: the point where the proven curve takes up most of the appetite. */
export function appetiteInWords(portfolio: DerivedPortfolio, currency: string): string {
  const { appetite, lossMinor, borne } = portfolio
  const isAfter = borne !== null && appetite === borne.after
  const basis = isAfter ? ', after insurance' : ''
  const point = tightestPoint(appetite)
  if (point === undefined || (point.within && !appetite.yearlyLossWithin))
    return `the expected loss of a year is ${formatMoneyShort(isAfter ? borne.lossMinor.proven : lossMinor.proven, currency)}${basis}`
  const amount = formatMoneyShort(point.amountMinor, currency)
  return `${oneYearIn(point.proven)} costs more than ${amount}${basis}; allowed is ${oneYearIn(point.probability)}`
}

/** A yearly probability as people read it: “1 year in 16”. */
export function oneYearIn(probability: number): string {
  if (!(probability > 0)) return 'no year'
  const years = 1 / probability
  if (years < 1.05) return 'every year'
  return `1 year in ${years < 9.5 ? Number(years.toFixed(1)) : Math.round(years).toLocaleString('en')}`
}
