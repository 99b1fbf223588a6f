import type { MethodologyInput, RiskInput, RiskStatus } from '../chain/chain-snapshot.ts'
import { type RiskScenarios, scenariosOf } from '../loss/chain-portfolio.ts'
import { type LossLaw, lossLawOf } from '../loss/loss-law.ts'
import type { LossState } from '../loss/loss-state.ts'
import {
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

/** `law` may be given where it is known, as it depends on the risk's own estimate alone. */
export function deriveRisk(
  risk: RiskInput,
  sharesOf: SharesOf,
  methodology: MethodologyInput,
  law: LossLaw | null = lossLawOf(risk),
): DerivedRisk {
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
