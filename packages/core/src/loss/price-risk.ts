import type { ControlLink, MethodologyInput, RiskInput } from '../chain/chain-snapshot.ts'
import { expectedReduction, jointReduction } from './effect.ts'
import { eventSurvival, type LossLaw, lossLawOf } from './loss-law.ts'
import { probabilityOfNone } from './mixed-poisson.ts'

/** `inherent`: no control; `claimed`: controls work as stated; `proven`: as far as evidence shows; `target`: all links in place and proven. */
export const lossStates = ['inherent', 'claimed', 'proven', 'target'] as const
export type LossState = (typeof lossStates)[number]

/** What pricing needs to know of a control. */
export type ControlShares = {
  readonly applicable: boolean
  readonly claimedShare: number
  readonly assurance: number
}
export type SharesOf = (controlId: string) => ControlShares | undefined

/**
 * The yearly loss of a risk in one state. Money in minor units, unrounded; rates per year. These are the figures every
 * engine must give: the closed form here, the exact engine (whole distribution by FFT) behind the same type, which adds
 * quantiles and the exceedance curve and replaces the mean reductions by their uncertainty.
 */
export type LossEstimate = {
  readonly expectedMinor: number
  readonly sdMinor: number
  /** Probability of a year without any event. */
  readonly probabilityOfNone: number
  /** Events a year after controls. */
  readonly ratePerYear: number
  /** Mean loss of one event after cap and controls. */
  readonly eventMinor: number
  /** Joint reductions after the methodology's limit. */
  readonly frequencyReduction: number
  readonly lossReduction: number
}

/** How much of a control counts in a state; a control that is excluded or unknown counts for nothing in any of them. */
export function countedShare(control: ControlShares | undefined, state: LossState): number {
  if (control === undefined || !control.applicable || state === 'inherent') return 0
  if (state === 'target') return 1
  return state === 'claimed' ? control.claimedShare : control.assurance
}

export type Reductions = { readonly frequency: number; readonly loss: number }

/** Joint reductions of a risk's links in a state. */
export function reductionsOf(
  risk: Pick<RiskInput, 'links' | 'treatment'>,
  sharesOf: SharesOf,
  state: LossState,
  maxReduction: number,
): Reductions {
  // What is avoided stops: its target is no event at all, whatever the links.
  if (state === 'target' && risk.treatment === 'avoid') return { frequency: 1, loss: 0 }
  const left = { frequency: 1, loss: 1 }
  for (const { controlId, effect, reduction } of linksInOrder(risk.links)) {
    left[effect] *= 1 - countedShare(sharesOf(controlId), state) * expectedReduction(reduction)
  }
  return {
    frequency: jointReduction(left.frequency, maxReduction),
    loss: jointReduction(left.loss, maxReduction),
  }
}

/** Links by control id: the same links in any order give the same bits. A list in order, the usual case, is kept. */
export function linksInOrder(links: readonly ControlLink[]): readonly ControlLink[] {
  const sorted = links.every((link, i) => i === 0 || (links[i - 1]?.controlId ?? '') <= link.controlId)
  if (sorted) return links
  return [...links].sort((a, b) => (a.controlId < b.controlId ? -1 : a.controlId > b.controlId ? 1 : 0))
}

/** E[S] = E[λ]·E[X] in minor units: the part of the estimate that is cheap enough to be asked for at many instants. */
export function expectedLoss(law: LossLaw, { frequency, loss }: Reductions): number {
  return law.meanRate * (1 - frequency) * (law.meanLoss * (1 - loss))
}

/**
 * Closed form of the compound mixed Poisson law after controls. With λ = rate·(1 − R_f) and each capped loss scaled by
 * (1 − R_l): E[S] = E[λ]·E[X]; Var S = E[λ]·E[X²] + Var λ·E[X]².
 */
export function estimateLoss(law: LossLaw, reductions: Reductions): LossEstimate {
  const keptRate = 1 - reductions.frequency
  const keptLoss = 1 - reductions.loss
  const ratePerYear = law.meanRate * keptRate
  const eventMinor = law.meanLoss * keptLoss
  const variance =
    ratePerYear * law.meanSquareLoss * keptLoss * keptLoss +
    law.rateVariance * keptRate * keptRate * eventMinor * eventMinor
  return {
    expectedMinor: expectedLoss(law, reductions),
    sdMinor: Math.sqrt(variance),
    probabilityOfNone: probabilityOfNone(law.rateNodes, keptRate),
    ratePerYear,
    eventMinor,
    frequencyReduction: reductions.frequency,
    lossReduction: reductions.loss,
  }
}

/** Probability that at least one event of a year costs more than `x` minor units, exact. */
export function probabilityAnEventExceeds(law: LossLaw, reductions: Reductions, x: number): number {
  return 1 - probabilityOfNone(law.rateNodes, (1 - reductions.frequency) * eventSurvival(law, reductions.loss, x))
}

/** A risk's yearly loss in a state; null while it has no usable estimate. */
export function priceRisk(
  risk: RiskInput,
  sharesOf: SharesOf,
  state: LossState,
  methodology: Pick<MethodologyInput, 'maxReduction'>,
): LossEstimate | null {
  const law = lossLawOf(risk)
  return law === null ? null : estimateLoss(law, reductionsOf(risk, sharesOf, state, methodology.maxReduction))
}
