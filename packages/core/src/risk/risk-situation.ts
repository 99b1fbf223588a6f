import type { DerivedAcceptance } from '../acceptance/derive-acceptance.ts'
import type {
  ChainSnapshot,
  ControlInput,
  PersonInput,
  RiskInput,
  RiskLevel,
  TreatmentActionInput,
} from '../chain/chain-snapshot.ts'
import type { DerivedStanding } from '../chain/derive-standing.ts'

/** What the rules of a risk's life look at. */
export type RiskSituation = {
  readonly risk: RiskInput
  readonly owner: PersonInput | null
  /** Linked controls that are applicable. */
  readonly controls: readonly Pick<ControlInput, 'id' | 'ref'>[]
  readonly actions: readonly Pick<TreatmentActionInput, 'number' | 'doneAt'>[]
  readonly hasValidAcceptance: boolean
  /** Null while it has no usable estimate. */
  readonly provenLevel: RiskLevel | null
}

/** Gathers a risk's situation; undefined when the snapshot has no such risk. */
export function riskSituation(
  snapshot: ChainSnapshot,
  chain: DerivedStanding,
  riskId: string,
): RiskSituation | undefined {
  const risk = snapshot.risks.find((candidate) => candidate.id === riskId)
  if (risk === undefined) return undefined
  const linked = new Set(risk.links.map((link) => link.controlId))
  const isValid = (acceptance: DerivedAcceptance) => acceptance.riskId === riskId && acceptance.standing === 'valid'
  return {
    risk,
    owner: snapshot.people.find((person) => person.id === risk.ownerId) ?? null,
    controls: snapshot.controls.filter((control) => control.applicable && linked.has(control.id)),
    actions: snapshot.actions.filter((action) => action.riskId === riskId),
    hasValidAcceptance: chain.acceptances.some(isValid),
    provenLevel: chain.risks.find((candidate) => candidate.id === riskId)?.states?.proven.level ?? null,
  }
}
