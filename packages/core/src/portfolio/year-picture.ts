import type { LossCurve } from '../loss/loss-curve.ts'

/** What a year exceeds with each of the chances of its picture, as proven and as claimed; minor units. */
export type YearPicture = { readonly claimed: readonly number[]; readonly proven: readonly number[] }

const shares = [0.98, 0.95, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2]
const rare = [0.1, 0.07, 0.05, 0.03, 0.02, 0.01, 0.005, 0.002]

/**
 * Chances that a small picture of a loss exceedance curve passes through, falling: shares of the years that cost anything, then those that people name.
 * @param noneProbability of a year without any loss
 */
export function pictureChances(noneProbability: number): readonly number[] {
  const any = 1 - noneProbability
  return [...shares.map((share) => share * any), ...rare.filter((chance) => chance < 0.199 * any)]
}

export function yearPicture({ claimed, proven }: Readonly<Record<keyof YearPicture, LossCurve>>): YearPicture {
  const amounts = (curve: LossCurve) => pictureChances(curve.pZero).map((chance) => curve.quantile(1 - chance))
  return { claimed: amounts(claimed), proven: amounts(proven) }
}
