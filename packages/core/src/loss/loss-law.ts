import type { Interval } from '../chain/chain-snapshot.ts'
import { expm1 } from './elementary/exponential.ts'
import { cappedMoment, type Lognormal, lognormalFrom90, lognormalMoment, lognormalSurvival } from './lognormal.ts'
import { type RateNodes, rateNodes } from './mixed-poisson.ts'

/**
 * The law of a risk's yearly loss without any control: events come as a Poisson process whose yearly rate is itself an
 * uncertain lognormal (drawn once a year); each costs an independent lognormal loss, never more than the cap.
 * The moments are kept because every state of the risk reuses them.
 */
export type LossLaw = {
  readonly rate: Lognormal
  readonly rateNodes: RateNodes
  readonly severity: Lognormal
  readonly capMinor: number | null
  readonly meanRate: number
  readonly rateVariance: number
  /** E[X] and E[X²] of one event after the cap, in minor units. */
  readonly meanLoss: number
  readonly meanSquareLoss: number
}

export type EstimateInput = {
  readonly frequency: Interval | null
  readonly lossMinor: Interval | null
  readonly lossCapMinor: number | null
}

/** The law behind an estimate; null while it is incomplete or not usable (an interval upside down or not positive). */
export function lossLawOf(estimate: EstimateInput): LossLaw | null {
  const rate = estimate.frequency === null ? null : lognormalFrom90(estimate.frequency)
  const severity = estimate.lossMinor === null ? null : lognormalFrom90(estimate.lossMinor)
  const capMinor = estimate.lossCapMinor
  if (rate === null || severity === null || (capMinor !== null && !(capMinor > 0))) return null
  const meanRate = lognormalMoment(rate, 1)
  const law = {
    rate,
    rateNodes: rateNodes(rate),
    severity,
    capMinor,
    meanRate,
    rateVariance: meanRate * meanRate * expm1(rate.sigma * rate.sigma),
    meanLoss: cappedMoment(severity, capMinor, 1),
    meanSquareLoss: cappedMoment(severity, capMinor, 2),
  }
  return Number.isFinite(law.rateVariance) && Number.isFinite(law.meanSquareLoss) ? law : null
}

/** P(one event costs more than x minor units) when controls leave the share `kept` of every loss. */
export function eventSurvival(law: LossLaw, kept: number, x: number): number {
  if (!(kept > 0)) return x < 0 ? 1 : 0
  const before = x / kept
  return law.capMinor !== null && before >= law.capMinor ? 0 : lognormalSurvival(law.severity, before)
}
