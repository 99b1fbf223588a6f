import type {
  ControlInput,
  Implementation,
  ObligationKind,
  ReasonKind,
  TreatmentActionInput,
} from '../chain/chain-snapshot.ts'
import type { DerivedControl } from '../control/derive-control.ts'
import type { ObjectSource } from '../explanation/explanation.ts'
import { obligationRef, riskRef } from '../explanation/people-ref.ts'
import type { LineProof } from './proof-status.ts'
import type { SoaSnapshot } from './soa-snapshot.ts'

/** Why a control is necessary. `source` names the risk or obligation it is derived from; null for a written reason. */
export type SoaReason = { readonly kind: ReasonKind; readonly text: string; readonly source: ObjectSource | null }

/** One control in the Statement of Applicability (ISO/IEC 27001 6.1.3 d). */
export type SoaLine = {
  readonly controlId: string
  readonly ref: string
  readonly title: string
  readonly source: ControlInput['source']
  readonly applicable: boolean
  readonly reasons: readonly SoaReason[]
  readonly justification: string
  readonly description: string
  readonly implementation: Implementation
  readonly claimedShare: number
  readonly proof: LineProof
  readonly due: boolean
  readonly assurance: number
  readonly ownerId: string | null
  /** When it is meant to be in place: the later of its own date and its last open action; null when nothing is planned. */
  readonly plannedAt: number | null
}

/** What each control needs from the rest of the snapshot, gathered in one pass. */
export type SoaContext = {
  readonly reasonsByControl: ReadonlyMap<string, readonly SoaReason[]>
  readonly openActionsByControl: ReadonlyMap<string, readonly TreatmentActionInput[]>
}

const reasonOfObligation: Readonly<Record<ObligationKind, ReasonKind>> = {
  law: 'legal',
  contract: 'contractual',
  // A promise made outside of a contract binds by choice.
  promise: 'business',
}

type Numbered = { readonly id: string; readonly number: number; readonly title: string }

/** Why a control is necessary that treats this open risk. */
export function riskReason({ id, number, title }: Numbered): SoaReason {
  const source: ObjectSource = { entity: 'risk', id, ref: riskRef(number), label: title }
  return { kind: 'risk_treatment', text: `Treats ${source.ref} ${title}`, source }
}

/** Why a control is necessary that this obligation asks for. */
export function obligationReason({ id, number, title, kind }: Numbered & { readonly kind: ObligationKind }): SoaReason {
  const source: ObjectSource = { entity: 'obligation', id, ref: obligationRef(number), label: title }
  return { kind: reasonOfObligation[kind], text: `Required by ${source.ref} ${title}`, source }
}

export function soaContext(snapshot: SoaSnapshot): SoaContext {
  const reasons = new Map<string, SoaReason[]>()
  const openRisks = snapshot.risks.filter((risk) => risk.status !== 'closed').toSorted((a, b) => a.number - b.number)
  for (const risk of openRisks) {
    const reason = riskReason(risk)
    for (const controlId of new Set(risk.links.map((link) => link.controlId))) addTo(reasons, controlId, reason)
  }
  for (const obligation of snapshot.obligations.toSorted((a, b) => a.number - b.number)) {
    const reason = obligationReason(obligation)
    for (const controlId of new Set(obligation.controlIds)) addTo(reasons, controlId, reason)
  }
  const actions = new Map<string, TreatmentActionInput[]>()
  for (const action of snapshot.actions) {
    if (action.controlId !== null && action.doneAt === null) addTo(actions, action.controlId, action)
  }
  return { reasonsByControl: reasons, openActionsByControl: actions }
}

function addTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list === undefined) lists.set(key, [item])
  else list.push(item)
}

export function soaLine(control: ControlInput, derived: DerivedControl, context: SoaContext): SoaLine {
  const written = control.writtenReasons.map((reason) => ({ ...reason, source: null }))
  const actions = context.openActionsByControl.get(control.id) ?? []
  return {
    controlId: control.id,
    ref: control.ref,
    title: control.title,
    source: control.source,
    applicable: control.applicable,
    reasons: [...(context.reasonsByControl.get(control.id) ?? []), ...written],
    justification: control.exclusionJustification,
    description: control.description,
    implementation: control.implementation,
    claimedShare: derived.claimedShare,
    proof: derived.proof,
    due: derived.due,
    assurance: derived.assurance,
    ownerId: control.ownerId,
    plannedAt: latest([control.plannedAt, ...actions.map((action) => action.dueAt)]),
  }
}

function latest(times: readonly (number | null)[]): number | null {
  return times.reduce((last, time) => (last === null || (time !== null && time > last) ? time : last), null)
}
