import type { LossCurve } from '../loss/loss-curve.ts'
import { formatMoneyShort } from '../money/format-money.ts'

/** What a year costs: how often nothing, its mean and its rare years. Amounts in minor units. */
export type YearFigures = {
  readonly meanMinor: number
  /** P(a year without any loss). */
  readonly none: number
  /** What 1 year in 10, and 1 in 100, costs more than. */
  readonly oneInTen: number
  readonly oneInHundred: number
}

export function yearFigures(curve: LossCurve): YearFigures {
  return {
    meanMinor: curve.mean,
    none: curve.pZero,
    oneInTen: curve.quantile(0.9),
    oneInHundred: curve.quantile(0.99),
  }
}

/** Why the expected year is no usual year, in one sentence. */
export function yearInWords({ meanMinor, none, oneInTen, oneInHundred }: YearFigures, currency: string): string {
  const money = (minor: number) => formatMoneyShort(minor, currency)
  const without = Math.round(none * 100)
  const rare = `1 year in 10 costs more than ${money(oneInTen)}, 1 in 100 more than ${money(oneInHundred)}`
  const rarest = `1 year in 100 costs more than ${money(oneInHundred)}`
  const tail = oneInTen > 0 ? rare : rarest
  if (without < 1) return `Hardly a year passes without a loss; the mean year costs ${money(meanMinor)}, and ${tail}.`
  return `${without} years in 100 cost nothing, but the mean year costs ${money(meanMinor)}, because the others count for them: ${tail}.`
}
