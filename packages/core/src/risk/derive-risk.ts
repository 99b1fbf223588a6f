import type { MethodologyInput, RiskInput, RiskStatus } from '../chain/chain-snapshot.ts'
import { type RiskScenarios, scenariosOf } from '../loss/chain-portfolio.ts'
import { type LossLaw, lossLawOf } from '../loss/loss-law.ts'
import type { LossState } from '../loss/loss-state.ts'
import {
  type ControlShares,
  estimateLoss,
  type LossEstimate,
  leftIn,
  probabilityAnEventExceeds,
  type SharesOf,
} from '../loss/price-risk.ts'
import { type RiskRating, rateRisk } from './risk-level.ts'

export type PricedState = LossEstimate & RiskRating

/** Everything derived of one risk; `states` is null while it has no usable estimate. */
export type DerivedRisk = {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly status: RiskStatus
  /** Every risk that is not closed counts, a draft too: what nobody finished must not make the total smaller. */
  readonly counted: boolean
  readonly states: Readonly<Record<LossState, PricedState>> | null
  /** What the portfolio's engine prices. */
  readonly scenarios: RiskScenarios
  /**
   * Of all points of the appetite the largest share of what it allows a year that this risk takes up alone: the probability that at least one of its
   * events costs more than the amount, as proven, over the point's. Above 1 no other risk is needed to break the appetite.
   */
  readonly appetiteRatio: number
}

type Kept = {
  readonly methodology: MethodologyInput
  readonly shares: readonly (ControlShares | undefined)[]
  readonly derived: DerivedRisk
}

/** What was derived of a risk last: a chain is derived again and again while a few controls of a few risks change. */
const lastDerived = new WeakMap<RiskInput, Kept>()

/** Derives a risk; the same risk with controls and a methodology that say the same gives the same object. */
export function deriveRisk(risk: RiskInput, sharesOf: SharesOf, methodology: MethodologyInput): DerivedRisk {
  const shares = risk.links.map((link) => sharesOf(link.controlId))
  const kept = lastDerived.get(risk)
  if (kept?.methodology === methodology && shares.every((one, link) => areAlike(one, kept.shares[link])))
    return kept.derived
  const derived = newlyDerived(risk, sharesOf, methodology)
  lastDerived.set(risk, { methodology, shares: shares.map(ofShares), derived })
  return derived
}

function areAlike(a: ControlShares | undefined, b: ControlShares | undefined): boolean {
  return a?.applicable === b?.applicable && a?.claimedShare === b?.claimedShare && a?.assurance === b?.assurance
}

/** The shares alone, so that no control is held for their sake. */
function ofShares(control: ControlShares | undefined): ControlShares | undefined {
  if (control === undefined) return undefined
  const { applicable, claimedShare, assurance } = control
  return { applicable, claimedShare, assurance }
}

function newlyDerived(risk: RiskInput, sharesOf: SharesOf, methodology: MethodologyInput): DerivedRisk {
  const law = lossLawOf(risk)
  return {
    id: risk.id,
    number: risk.number,
    title: risk.title,
    status: risk.status,
    counted: risk.status !== 'closed',
    states: law === null ? null : priceStates(law, risk, sharesOf, methodology),
    scenarios: scenariosOf(risk, sharesOf, methodology),
    appetiteRatio: law === null ? 0 : appetiteRatio(law, risk, sharesOf, methodology),
  }
}

function priceStates(law: LossLaw, risk: RiskInput, sharesOf: SharesOf, methodology: MethodologyInput) {
  const priced = (state: LossState): PricedState => {
    const estimate = estimateLoss(law, leftIn(risk, sharesOf, state, methodology.maxReduction))
    return { ...estimate, ...rateRisk(estimate.ratePerYear, estimate.eventMinor, methodology) }
  }
  return {
    inherent: priced('inherent'),
    claimed: priced('claimed'),
    proven: priced('proven'),
    target: priced('target'),
  }
}

function appetiteRatio(law: LossLaw, risk: RiskInput, sharesOf: SharesOf, methodology: MethodologyInput): number {
  const left = leftIn(risk, sharesOf, 'proven', methodology.maxReduction)
  return methodology.appetite.points.reduce((most, { amountMinor, probability }) => {
    return Math.max(most, probabilityAnEventExceeds(law, left, amountMinor) / probability)
  }, 0)
}
