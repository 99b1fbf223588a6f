import type { ChainSnapshot, ControlInput, TreatmentActionInput } from '../chain/chain-snapshot.ts'
import { implementedShare } from '../control/implemented-share.ts'
import { lossLawOf } from '../loss/loss-law.ts'

/** Years that what an action costs once is spread over, where nobody has said what its control costs. */
export const actionYears = 3

/** A control that some risk counts on and that is not wholly in place: what a treatment plan can put in place. */
export type Treatment = {
  readonly controlId: string
  readonly ref: string
  readonly title: string
  /** What is said to be in place already. */
  readonly claimedShare: number
  /** Cost of a year of the part that is missing, minor units; null where nobody has said: such a treatment fits into no budget. */
  readonly annualCostMinor: number | null
  readonly costFrom: 'control' | 'actions' | null
  /** Open actions that would put it in place. */
  readonly actions: readonly TreatmentActionInput[]
  /** Counted risks with an estimate that it would treat. */
  readonly riskIds: readonly string[]
}

/** Every treatment that could be chosen, in the order of the register. */
export function treatmentsOf(snapshot: Pick<ChainSnapshot, 'controls' | 'risks' | 'actions'>): readonly Treatment[] {
  const risksOf = new Map<string, string[]>()
  for (const risk of snapshot.risks) {
    if (risk.status === 'closed' || lossLawOf(risk) === null) continue
    for (const controlId of new Set(risk.links.map((link) => link.controlId)))
      risksOf.set(controlId, [...(risksOf.get(controlId) ?? []), risk.id])
  }
  const open = Map.groupBy(
    snapshot.actions.filter(({ doneAt }) => doneAt === null),
    ({ controlId }) => controlId,
  )
  return snapshot.controls.flatMap((control) => {
    const riskIds = risksOf.get(control.id)
    const claimedShare = implementedShare(control)
    if (!control.applicable || riskIds === undefined || claimedShare >= 1) return []
    const actions = open.get(control.id) ?? []
    const cost = costOf(control, claimedShare, actions)
    return [{ controlId: control.id, ref: control.ref, title: control.title, claimedShare, ...cost, actions, riskIds }]
  })
}

function costOf(
  { annualCostMinor }: ControlInput,
  claimedShare: number,
  actions: readonly TreatmentActionInput[],
): Pick<Treatment, 'annualCostMinor' | 'costFrom'> {
  if (annualCostMinor != null) return { annualCostMinor: annualCostMinor * (1 - claimedShare), costFrom: 'control' }
  const known = actions.flatMap(({ costMinor }) => costMinor ?? [])
  if (known.length === 0) return { annualCostMinor: null, costFrom: null }
  return { annualCostMinor: known.reduce((sum, cost) => sum + cost, 0) / actionYears, costFrom: 'actions' }
}
