import { explainAcceptance } from '../acceptance/explain-acceptance.ts'
import { explainAssurance, explainClaimedShare, explainLineProof } from '../assurance/explain-assurance.ts'
import { explainNeed, explainNeedProof } from '../assurance/explain-need.ts'
import type { Explanation, SourceEntity } from '../explanation/explanation.ts'
import { explainLoss } from '../loss/explain-loss.ts'
import { type LossState, lossStates } from '../loss/loss-state.ts'
import type { Quantity } from '../movement/movement.ts'
import { explainAppetite, explainAppetiteRatio } from '../portfolio/explain-appetite.ts'
import { explainCover } from '../portfolio/explain-cover.ts'
import { explainGap, explainPortfolioLoss, explainTail } from '../portfolio/explain-portfolio.ts'
import { type BorneState, borneStates } from '../portfolio/portfolio-pricer.ts'
import { explainLevel } from '../risk/explain-level.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import type { DerivedChain } from './derive-chain.ts'

/** Which derived number: the entity, its id (of the organisation for the portfolio) and the quantity. */
export type QuantityTarget = { readonly entity: SourceEntity; readonly id: string; readonly quantity: Quantity }

/**
 * The explanation of any derived number of a chain; its value equals the number bit for bit. `chain` is derived from `snapshot`.
 * Undefined when there is no such object or it has no such quantity.
 */
export function explainQuantity(
  snapshot: ChainSnapshot,
  chain: DerivedChain,
  target: QuantityTarget,
): Explanation | undefined {
  switch (target.entity) {
    case 'need':
      return ofNeed(snapshot, chain, target)
    case 'control':
    case 'soa_line':
      return ofControl(snapshot, chain, target)
    case 'risk':
      return ofRisk(snapshot, chain, target)
    case 'portfolio':
      return ofPortfolio(snapshot, chain, target)
    case 'acceptance':
      return ofAcceptance(snapshot, chain, target)
    case 'collector':
      return ofCollector(snapshot, chain, target)
    default:
      return undefined
  }
}

type Of = (snapshot: ChainSnapshot, chain: DerivedChain, target: QuantityTarget) => Explanation | undefined

const ofNeed: Of = (snapshot, chain, { id, quantity }) => {
  const control = snapshot.controls.find((candidate) => candidate.needs.some((need) => need.id === id))
  const need = control?.needs.find((candidate) => candidate.id === id)
  if (control === undefined || need === undefined) return undefined
  if (quantity === 'provenShare') return explainNeed(need, control, chain.at)
  return quantity === 'proof' ? explainNeedProof(need, control, chain.at) : undefined
}

const ofControl: Of = (snapshot, chain, { entity, id, quantity }) => {
  const control = snapshot.controls.find((candidate) => candidate.id === id)
  if (control === undefined) return undefined
  if (entity === 'soa_line') return quantity === 'proof' ? explainLineProof(control, chain.at) : undefined
  if (quantity === 'assurance') return explainAssurance(control, chain.at)
  return quantity === 'claimedShare' ? explainClaimedShare(control, chain.at) : undefined
}

const ofRisk: Of = (snapshot, chain, { id, quantity }) => {
  const risk = snapshot.risks.find((candidate) => candidate.id === id)
  const derived = chain.risks.find((candidate) => candidate.id === id)
  const state = stateOf(quantity)
  if (risk === undefined || derived === undefined || state === undefined) return undefined
  if (quantity.endsWith('Level')) return explainLevel(derived, state, snapshot.methodology, chain.at)
  const controls = new Map(snapshot.controls.map((control) => [control.id, control]))
  return explainLoss(risk, state, { controls, methodology: snapshot.methodology }, chain.at)
}

const ofPortfolio: Of = (snapshot, chain, { id, quantity }) => {
  if (id !== snapshot.organizationId) return undefined
  const ground = {
    portfolio: chain.portfolio,
    risks: chain.risks,
    methodology: snapshot.methodology,
    currency: snapshot.currency,
  }
  if (quantity === 'assuranceGap') return explainGap(ground, chain.at)
  if (quantity === 'appetiteRatio') return explainAppetiteRatio(ground, chain.at)
  if (quantity === 'appetite') return explainAppetite(ground, chain.at)
  const covered = borneStateOf(quantity)
  if (covered !== undefined) return explainCover(ground, covered, quantity.endsWith('Tail') ? 'tail' : 'loss', chain.at)
  const state = stateOf(quantity)
  if (state === undefined || quantity.endsWith('Level')) return undefined
  return quantity.endsWith('Tail')
    ? explainTail(ground, state, chain.at)
    : explainPortfolioLoss(ground, state, chain.at)
}

const ofAcceptance: Of = (snapshot, chain, { id, quantity }) => {
  const acceptance = snapshot.acceptances.find((candidate) => candidate.id === id)
  const derived = chain.acceptances.find((candidate) => candidate.id === id)
  if (acceptance === undefined || derived === undefined || quantity !== 'standing') return undefined
  const risk = chain.risks.find((candidate) => candidate.id === acceptance.riskId)
  return explainAcceptance(acceptance, derived, risk, snapshot, chain.at)
}

const ofCollector: Of = (_snapshot, chain, { id, quantity }) => {
  const collector = chain.collectors.find((candidate) => candidate.id === id)
  if (collector === undefined || quantity !== 'state') return undefined
  const { name, state, sentence, dueAt } = collector
  return {
    label: sentence,
    value: state,
    unit: 'state',
    formula: 'overdue after one cadence without a report, silent after two',
    source: { entity: 'collector', id, ref: name, label: name },
    asOf: chain.at,
    terms: [{ label: 'Next report due', value: dueAt, unit: 'date', asOf: chain.at, terms: [] }],
  }
}

// `provenLoss`, `provenLevel`, `provenTail` → proven.
function stateOf(quantity: Quantity): LossState | undefined {
  return lossStates.find((state) => [`${state}Loss`, `${state}Level`, `${state}Tail`].includes(quantity))
}

// `provenCovered`, `provenCoveredTail` → proven.
function borneStateOf(quantity: Quantity): BorneState | undefined {
  return borneStates.find((state) => [`${state}Covered`, `${state}CoveredTail`].includes(quantity))
}
