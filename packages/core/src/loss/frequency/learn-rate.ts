import type { Gamma } from '../model/portfolio.ts'

export type RateBelief = { readonly mean: number; readonly cv: number }

/** The gamma law of a rate with this mean and coefficient of variation. */
export function gammaRate({ mean, cv }: RateBelief): Gamma {
  const shape = 1 / (cv * cv)
  return { type: 'gamma', shape, scale: mean / shape }
}

/**
 * What is believed of a rate after so many events in so many years: Gamma(r + n, r/λ + t), conjugate to the Poisson law (Klugman, Panjer,
 * Willmot, Loss Models, 15.3). Mean (r + n)/(r/λ + t).
 * @param years above 0
 */
export function learnRate(before: Gamma, events: number, years: number): Gamma {
  return { type: 'gamma', shape: before.shape + events, scale: 1 / (1 / before.scale + years) }
}
