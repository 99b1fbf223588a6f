import type { ChainSnapshot, ControlLink, Interval, MethodologyInput, RiskInput } from '../chain/chain-snapshot.ts'
import { risksInIdOrder } from '../risk/risks-in-id-order.ts'
import { leftBy, reductionLaw } from './effect.ts'
import { lossLawOf } from './loss-law.ts'
import type { Control, Frequency, Portfolio, Scenario, Severity } from './model/portfolio.ts'
import { countedShare, type LossState, linksInOrder, type SharesOf } from './price-risk.ts'

/** A chain's risks as the engine's portfolio in one state: what every distribution of a year's loss is priced from. */
export function chainPortfolio(
  { risks, methodology }: Pick<ChainSnapshot, 'risks' | 'methodology'>,
  sharesOf: SharesOf,
  state: LossState,
): Portfolio {
  return { scenarios: risksInIdOrder(risks).flatMap((risk) => scenarioOf(risk, sharesOf, state, methodology) ?? []) }
}

/**
 * A risk as a scenario in one state, with its id; money in minor units. Each link is a control of its own, `linkId`, whose assurance is
 * what counts of the control in that state, within the methodology's limit. Null without a usable estimate, and for a closed risk, which counts in no sum.
 */
export function scenarioOf(
  risk: RiskInput,
  sharesOf: SharesOf,
  state: LossState,
  { maxReduction }: Pick<MethodologyInput, 'maxReduction'>,
): Scenario | null {
  const { frequency, lossMinor, lossCapMinor } = risk
  if (risk.status === 'closed' || frequency === null || lossMinor === null || lossLawOf(risk) === null) return null
  const isAvoided = state === 'target' && risk.treatment === 'avoid'
  const links = linksInOrder(risk.links).map((link) => {
    return { ...link, share: countedShare(sharesOf(link.controlId), state) }
  })
  const partOf = (effect: ControlLink['effect']) =>
    leftBy(
      links.filter((link) => link.effect === effect),
      maxReduction,
    ).sharesCountFor
  const parts = { frequency: partOf('frequency'), loss: partOf('loss') }
  return {
    id: risk.id,
    frequency: isAvoided ? { type: 'poisson', rate: 0 } : frequencyFrom90(frequency),
    severity: severityFrom90(lossMinor),
    ...(lossCapMinor === null ? {} : { eventCap: lossCapMinor }),
    controls: links.map((link) => controlOf(link, link.share * parts[link.effect])),
  }
}

/** A risk in each state as the engine's scenario; null where it counts for nothing. */
export type RiskScenarios = Readonly<Record<LossState, Scenario | null>>

export function scenariosOf(
  risk: RiskInput,
  sharesOf: SharesOf,
  methodology: Pick<MethodologyInput, 'maxReduction'>,
): RiskScenarios {
  const inState = (state: LossState) => scenarioOf(risk, sharesOf, state, methodology)
  return {
    inherent: inState('inherent'),
    claimed: inState('claimed'),
    proven: inState('proven'),
    target: inState('target'),
  }
}

/** The id of a link's control in its scenario: a control may lower both how often and how much. */
export function linkId({ controlId, effect }: Pick<ControlLink, 'controlId' | 'effect'>): string {
  return `${controlId}/${effect}`
}

/** The control behind the id of a link. */
export function controlIdOf(id: string): string {
  return id.slice(0, id.lastIndexOf('/'))
}

function controlOf(link: ControlLink, assurance: number): Control {
  return {
    id: linkId(link),
    effect: link.effect === 'loss' ? 'severity' : 'frequency',
    effectiveness: reductionLaw(link.reduction),
    assurance,
  }
}

/** A Poisson count whose rate is lognormal with these 5 % and 95 % quantiles, or certain. */
function frequencyFrom90({ low, high }: Interval): Frequency {
  if (low === high) return { type: 'poisson', rate: low }
  return { type: 'mixedPoisson', rate: { type: 'lognormal90', low, high } }
}

function severityFrom90({ low, high }: Interval): Severity {
  return low === high ? { type: 'constant', value: low } : { type: 'lognormal90', low, high }
}
