import type {
  ChainSnapshot,
  ControlLink,
  Interval,
  LinkEffect,
  MethodologyInput,
  RiskInput,
  SecondaryLoss,
} from '../chain/chain-snapshot.ts'
import { risksInIdOrder } from '../risk/risks-in-id-order.ts'
import { leftBy, reductionLaw } from './effect.ts'
import { lossLawOf } from './loss-law.ts'
import type { LossState } from './loss-state.ts'
import type { Control, ControlEffect, Frequency, Portfolio, Scenario, Secondary, Severity } from './model/portfolio.ts'
import { countedShare, linksInOrder, type SharesOf } from './price-risk.ts'
import { severityOfShape } from './shape-severity.ts'

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
    const counted = countedShare(sharesOf(link.controlId), state)
    return { ...link, counted, share: (link.coverage ?? 1) * counted }
  })
  const partOf = (effect: LinkEffect) =>
    leftBy(
      links.filter((link) => link.effect === effect),
      maxReduction,
    ).sharesCountFor
  const parts = { frequency: partOf('frequency'), loss: partOf('loss'), response: partOf('response') }
  const isContained = links.some(({ effect }) => effect === 'response')
  return {
    id: risk.id,
    frequency: isAvoided ? { type: 'poisson', rate: 0 } : frequencyOf(risk, frequency),
    severity: risk.lossShape === undefined ? severityFrom90(lossMinor) : severityOfShape(risk.lossShape),
    ...(lossCapMinor === null ? {} : { eventCap: lossCapMinor }),
    ...(risk.secondaryLosses === undefined ? {} : { secondary: risk.secondaryLosses.map(secondaryOf) }),
    ...(isContained ? { containment: { saved: risk.containedSaved ?? 0, noticed: 1 } } : {}),
    controls: links.map((link) => controlOf(link, link.counted * parts[link.effect])),
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
    effect: engineEffects[link.effect],
    effectiveness: reductionLaw(link.reduction),
    assurance,
    ...(link.coverage === undefined ? {} : { coverage: link.coverage }),
  }
}

const engineEffects: Readonly<Record<LinkEffect, ControlEffect>> = {
  frequency: 'frequency',
  loss: 'severity',
  // Whoever responds has noticed: the chance of a link is that of both.
  response: 'respond',
}

/** What the engine calls an effect, as links call it; null for what no link does. */
export function linkEffectOf(effect: ControlEffect): LinkEffect | null {
  if (effect === 'detect') return null
  return effect === 'severity' ? 'loss' : effect === 'respond' ? 'response' : 'frequency'
}

function frequencyOf({ frequencyShape }: RiskInput, interval: Interval): Frequency {
  return frequencyShape === undefined ? frequencyFrom90(interval) : { type: 'bernoulli', p: frequencyShape.probability }
}

function secondaryOf({ probability, lossMinor, mostMinor }: SecondaryLoss): Secondary {
  return { probability, severity: severityFrom90(lossMinor), ...(mostMinor === null ? {} : { cap: mostMinor }) }
}

/** A Poisson count whose rate is lognormal with these 5 % and 95 % quantiles, or certain. */
function frequencyFrom90({ low, high }: Interval): Frequency {
  if (low === high) return { type: 'poisson', rate: low }
  return { type: 'mixedPoisson', rate: { type: 'lognormal90', low, high } }
}

function severityFrom90({ low, high }: Interval): Severity {
  return low === high ? { type: 'constant', value: low } : { type: 'lognormal90', low, high }
}
