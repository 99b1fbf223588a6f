import { eventSurvival, type LossLaw } from '../loss/loss-law.ts'

/** What an estimate says without saying it, before any control. Amounts in minor units, rates in events a year. */

/** The amount that one event stays below with probability `p`; never above the cap. */
export function eventQuantile(law: LossLaw, p: number): number {
  return law.quantile(p)
}

/**
 * The amount that an event exceeds once in `years` years on average: E[λ]·P(X > x) = 1/years. Null where events are rarer
 * than that altogether.
 */
export function eventReturnLevel(law: LossLaw, years: number): number | null {
  const part = 1 / (years * law.meanRate)
  return part < 1 ? eventQuantile(law, 1 - part) : null
}

/** Events a year that cost more than `amountMinor`. */
export function rateAbove(law: LossLaw, amountMinor: number): number {
  return law.meanRate * eventSurvival(law, 1, amountMinor)
}

/** The part of all events that cost less than their mean, in [0, 1]: above a half wherever few events cost very much. */
export function shareBelowMean(law: LossLaw): number {
  return 1 - eventSurvival(law, 1, law.meanLoss)
}
