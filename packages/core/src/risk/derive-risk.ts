import type { MethodologyInput, RiskInput, RiskStatus } from '../chain/chain-snapshot.ts'
import { type LossLaw, lossLawOf } from '../loss/loss-law.ts'
import {
  estimateLoss,
  type LossEstimate,
  type LossState,
  probabilityAnEventExceeds,
  reductionsOf,
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
  /** Probability that at least one event of a year costs more than the appetite's amount, as proven; 0 without estimate. */
  readonly provenExceedProbability: number
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
    provenExceedProbability: law === null ? 0 : exceedProbability(law, risk, sharesOf, methodology),
  }
}

function priceStates(law: LossLaw, risk: RiskInput, sharesOf: SharesOf, methodology: MethodologyInput) {
  const priced = (state: LossState): PricedState => {
    const estimate = estimateLoss(law, reductionsOf(risk, sharesOf, state, methodology.maxReduction))
    return { ...estimate, ...rateRisk(estimate.ratePerYear, estimate.eventMinor, methodology) }
  }
  return {
    inherent: priced('inherent'),
    claimed: priced('claimed'),
    proven: priced('proven'),
    target: priced('target'),
  }
}

function exceedProbability(law: LossLaw, risk: RiskInput, sharesOf: SharesOf, methodology: MethodologyInput): number {
  const reductions = reductionsOf(risk, sharesOf, 'proven', methodology.maxReduction)
  return probabilityAnEventExceeds(law, reductions, methodology.appetite.exceedMinor)
}
