import type { ControlLink, LinkEffect, MethodologyInput, RiskInput } from '../chain/chain-snapshot.ts'
import { allLeft, type CountedLink, type Left, leftBy, nothingLeft } from './effect.ts'
import { eventSurvival, type LossLaw, lossLawOf } from './loss-law.ts'
import type { LossState } from './loss-state.ts'

/** What pricing needs to know of a control. */
export type ControlShares = {
  readonly applicable: boolean
  readonly claimedShare: number
  readonly assurance: number
}
export type SharesOf = (controlId: string) => ControlShares | undefined

/**
 * The yearly loss of a risk in one state. Money in minor units, unrounded; rates per year. Closed forms of the same law whose whole
 * distribution the exact engine gives for `scenarioOf` the risk.
 */
export type LossEstimate = {
  readonly expectedMinor: number
  readonly sdMinor: number
  /** Events a year after controls. */
  readonly ratePerYear: number
  /** Mean loss of one event after cap and controls. */
  readonly eventMinor: number
  /** Expected joint reductions within the methodology's limit. */
  readonly frequencyReduction: number
  readonly lossReduction: number
  /** Expected chance that an event is contained. */
  readonly containment: number
}

/** How much of a control counts in a state; a control that is excluded or unknown counts for nothing in any of them. */
export function countedShare(control: ControlShares | undefined, state: LossState): number {
  if (control === undefined || !control.applicable || state === 'inherent') return 0
  if (state === 'target') return 1
  return state === 'claimed' ? control.claimedShare : control.assurance
}

/** What a risk's controls leave of how often, of how much, and of events that nobody contains, which saves so much of each. */
export type LeftByControls = {
  readonly frequency: Left
  readonly loss: Left
  readonly uncontained: Left
  readonly saved: number
}

/** Mean of what is left of an event's loss, and second moments: of the year's mean of it, and of the event's own. */
export type LeftOfEvent = {
  readonly mean: number
  readonly meanSquareOfYear: number
  readonly meanSquareOfEvent: number
}

/**
 * What controls leave of an event: L where it is not contained, L·(1 − s) where it is, with a chance 1 − U that is uncertain itself. A mixture and no
 * scaling: E[(1 − s(1 − U))²] belongs to the year, 1 − E[1 − U]·(1 − (1 − s)²) to the single event.
 */
export function leftOfEvent({ loss, uncontained, saved }: LeftByControls): LeftOfEvent {
  const rest = 1 - saved
  const year = rest * rest + 2 * saved * rest * uncontained.mean + saved * saved * uncontained.meanSquare
  const event = 1 - (1 - uncontained.mean) * (1 - rest * rest)
  return {
    mean: loss.mean * (1 - saved * (1 - uncontained.mean)),
    meanSquareOfYear: loss.meanSquare * (saved === 0 ? 1 : year),
    meanSquareOfEvent: loss.meanSquare * event,
  }
}

/** What a risk's links leave in a state. */
export function leftIn(
  risk: Pick<RiskInput, 'links' | 'treatment' | 'containedSaved'>,
  sharesOf: SharesOf,
  state: LossState,
  maxReduction: number,
): LeftByControls {
  // What is avoided stops: its target is no event at all, whatever the links.
  if (state === 'target' && risk.treatment === 'avoid')
    return { frequency: nothingLeft, loss: allLeft, uncontained: allLeft, saved: 0 }
  const links: Record<LinkEffect, CountedLink[]> = { frequency: [], loss: [], response: [] }
  for (const { controlId, effect, reduction, coverage = 1 } of linksInOrder(risk.links)) {
    const share = coverage * countedShare(sharesOf(controlId), state)
    if (share > 0) links[effect].push({ share, reduction })
  }
  return {
    frequency: leftBy(links.frequency, maxReduction),
    loss: leftBy(links.loss, maxReduction),
    uncontained: leftBy(links.response, maxReduction),
    saved: risk.containedSaved ?? 0,
  }
}

/** Links by control id, then effect: the same links in any order give the same bits. A list in order, the usual case, is kept. */
export function linksInOrder(links: readonly ControlLink[]): readonly ControlLink[] {
  const compare = (a: ControlLink, b: ControlLink) =>
    compareText(a.controlId, b.controlId) || compareText(a.effect, b.effect)
  const sorted = links.every((link, i) => {
    const before = links[i - 1]
    return before === undefined || compare(before, link) <= 0
  })
  return sorted ? links : links.toSorted(compare)
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** E[S] = E[λ]·E[X] in minor units: the part of the estimate that is cheap enough to be asked for at many instants. */
export function expectedLoss(law: LossLaw, left: LeftByControls): number {
  return law.meanRate * left.frequency.mean * (law.meanLoss * leftOfEvent(left).mean)
}

/**
 * Closed form of the compound law after controls, with K what is left of the rate Λ and L of each loss X, all independent: E[S] = E[Λ]·E[K]·E[X]·E[L];
 * E[S²] = E[Λ]·E[K]·E[X²]·E[L²] + E[Λ²]·E[K²]·E[X]²·E[L²], with L² of the event in the first term and of the year in the second. For a count that is no
 * mixed Poisson Var Λ stands for Var N − E N.
 */
export function estimateLoss(law: LossLaw, left: LeftByControls): LossEstimate {
  const { frequency } = left
  const event = leftOfEvent(left)
  const ratePerYear = law.meanRate * frequency.mean
  const expectedMinor = expectedLoss(law, left)
  const squareRate = (law.rateVariance + law.meanRate * law.meanRate) * frequency.meanSquare
  const rateVariance =
    law.rateVariance * frequency.meanSquare +
    law.meanRate * law.meanRate * Math.max(0, frequency.meanSquare - frequency.mean * frequency.mean)
  const meanLoss = law.meanLoss * law.meanLoss
  // What the uncertain reduction of losses adds is apart, so that nothing is a difference of squares without it.
  const variance =
    ratePerYear * law.meanSquareLoss * event.meanSquareOfEvent +
    rateVariance * meanLoss * event.mean * event.mean +
    squareRate * meanLoss * Math.max(0, event.meanSquareOfYear - event.mean * event.mean)
  return {
    expectedMinor,
    sdMinor: Math.sqrt(Math.max(0, variance)),
    ratePerYear,
    eventMinor: law.meanLoss * event.mean,
    frequencyReduction: 1 - frequency.mean,
    lossReduction: 1 - left.loss.mean,
    containment: 1 - left.uncontained.mean,
  }
}

/**
 * Probability that at least one event of a year costs more than `x` minor units. Uncertain reductions count on two points each, at one
 * standard deviation around their mean, which is right up to their third moment.
 */
export function probabilityAnEventExceeds(law: LossLaw, left: LeftByControls, x: number): number {
  const { frequency, loss, uncontained, saved } = left
  const contained = 1 - uncontained.mean
  const exceeds = (scale: number) =>
    saved === 0 || contained === 0
      ? eventSurvival(law, scale, x)
      : (1 - contained) * eventSurvival(law, scale, x) + contained * eventSurvival(law, scale * (1 - saved), x)
  let none = 0
  for (const keep of twoPoints(frequency))
    for (const scale of twoPoints(loss)) none += law.noneOf(keep * exceeds(scale))
  return 1 - none / 4
}

function twoPoints({ mean, meanSquare }: Left): readonly [number, number] {
  const sd = Math.sqrt(Math.max(0, meanSquare - mean * mean))
  return [Math.max(0, mean - sd), mean + sd]
}

/** A risk's yearly loss in a state; null while it has no usable estimate. */
export function priceRisk(
  risk: RiskInput,
  sharesOf: SharesOf,
  state: LossState,
  methodology: Pick<MethodologyInput, 'maxReduction'>,
): LossEstimate | null {
  const law = lossLawOf(risk)
  return law === null ? null : estimateLoss(law, leftIn(risk, sharesOf, state, methodology.maxReduction))
}
