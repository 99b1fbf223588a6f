import type { FrequencyShape, Interval, LossShape, SecondaryLoss } from '../chain/chain-snapshot.ts'
import { expm1 } from './elementary/exponential.ts'
import {
  cappedMoment,
  type Lognormal,
  lognormalFrom90,
  lognormalMoment,
  lognormalQuantile,
  lognormalSurvival,
} from './lognormal.ts'
import { probabilityOfNone, rateNodes } from './mixed-poisson.ts'
import { withSecondary } from './secondary-losses.ts'
import { cappedLoss } from './severity/capped-loss.ts'
import { lawOfShape } from './shape-law.ts'

/** How often events come: by default a Poisson process whose yearly rate is an uncertain lognormal, drawn once a year. */
export type CountPart = {
  /** Events a year on average. */
  readonly meanRate: number
  /** Var N − E N: what is not known of the rate; below 0 where at most one event comes. */
  readonly rateVariance: number
  /** P(no event), where each is kept with this probability. */
  readonly noneOf: (kept: number) => number
}

/** What one event costs, in minor units: by default an independent lognormal loss, never more than the cap. */
export type EventPart = {
  /** E[X] and E[X²] of one event after the cap. */
  readonly meanLoss: number
  readonly meanSquareLoss: number
  /** Every event costs the same. */
  readonly isFixed: boolean
  /** P(X > x). */
  readonly survival: (x: number) => number
  /** The amount not exceeded with this probability. */
  readonly quantile: (p: number) => number
}

/** The law of a risk's yearly loss without any control. The moments are kept because every state of the risk reuses them. */
export type LossLaw = CountPart & EventPart & { readonly capMinor: number | null }

export type EstimateInput = {
  readonly frequency: Interval | null
  readonly lossMinor: Interval | null
  readonly lossCapMinor: number | null
  readonly frequencyShape?: FrequencyShape
  readonly lossShape?: LossShape
  readonly secondaryLosses?: readonly SecondaryLoss[]
}

/** Each estimate's law is asked for several times in one derivation: once for its price, and for its scenario in every state. */
const laws = new WeakMap<EstimateInput, LossLaw | null>()

/** The law behind an estimate; null while it is incomplete or not usable (an interval upside down or not positive). */
export function lossLawOf(estimate: EstimateInput): LossLaw | null {
  const known = laws.get(estimate)
  if (known !== undefined) return known
  const law = newLawOf(estimate)
  laws.set(estimate, law)
  return law
}

function newLawOf(estimate: EstimateInput): LossLaw | null {
  const { frequency, lossMinor, lossCapMinor: capMinor, frequencyShape, lossShape, secondaryLosses = [] } = estimate
  if (capMinor !== null && !(capMinor > 0)) return null
  const rate = frequency === null ? null : lognormalFrom90(frequency)
  const severity = lossMinor === null ? null : lognormalFrom90(lossMinor)
  if (rate === null || severity === null) return null
  const count = frequencyShape === undefined ? mixedPoisson(rate) : atMostOnce(frequencyShape.probability)
  const primary = lossShape === undefined ? cappedLognormal(severity, capMinor) : shapedLoss(lossShape, capMinor)
  const event = secondaryLosses.length === 0 ? primary : withSecondary(primary, secondaryLosses)
  if (event === null || !Number.isFinite(count.rateVariance) || !Number.isFinite(event.meanSquareLoss)) return null
  return { ...count, ...event, capMinor }
}

function mixedPoisson(rate: Lognormal): CountPart {
  const meanRate = lognormalMoment(rate, 1)
  const nodes = rateNodes(rate)
  return {
    meanRate,
    rateVariance: meanRate * meanRate * expm1(rate.sigma * rate.sigma),
    noneOf: (kept) => probabilityOfNone(nodes, kept),
  }
}

/** Bernoulli: E N = p, Var N − E N = −p². */
function atMostOnce(probability: number): CountPart {
  return {
    meanRate: probability,
    rateVariance: -probability * probability,
    noneOf: (kept) => 1 - probability * Math.max(0, kept),
  }
}

export function cappedLognormal(severity: Lognormal, capMinor: number | null): EventPart {
  return {
    meanLoss: cappedMoment(severity, capMinor, 1),
    meanSquareLoss: cappedMoment(severity, capMinor, 2),
    isFixed: severity.sigma === 0,
    survival: (x) => (capMinor !== null && x >= capMinor ? 0 : lognormalSurvival(severity, x)),
    quantile: (p) => Math.min(lognormalQuantile(severity, p), capMinor ?? Number.POSITIVE_INFINITY),
  }
}

function shapedLoss(shape: LossShape, capMinor: number | null): EventPart {
  const whole = lawOfShape(shape)
  const { mean, meanSquare, survival, quantile } = capMinor === null ? whole : cappedLoss(whole, capMinor)
  const isFixed = meanSquare <= mean * mean * (1 + 1e-12)
  return { meanLoss: mean, meanSquareLoss: meanSquare, isFixed, survival, quantile }
}

/** P(one event costs more than x minor units) when controls leave the share `kept` of every loss. */
export function eventSurvival(law: Pick<LossLaw, 'survival'>, kept: number, x: number): number {
  return kept > 0 ? law.survival(x / kept) : x < 0 ? 1 : 0
}
