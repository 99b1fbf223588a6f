import type { RiskInput } from '@sinew/core/chain/chain-snapshot.ts'
import { expectedReduction } from '@sinew/core/loss/effect.ts'
import { addMonths } from '@sinew/core/time/calendar.ts'
import type { WhatIfPage } from './use-what-if-pricer.ts'

/** One action that could be planned: a treatment on one of the risks it treats. */
export type PlanDraft = {
  readonly key: string
  readonly controlId: string
  readonly ref: string
  readonly riskId: string
  readonly risk: Pick<RiskInput, 'number' | 'title'>
  /** The open action that does it already; such a one is not planned again. */
  readonly openNumber: number | null
  readonly isIn: boolean
  readonly title: string
  readonly ownerId: string | null
  readonly dueAt: string | null
  readonly costMinor: number | null
}

/**
 * A draft for every treatment and risk. Chosen is, for each treatment, the risk on which it does most, unless something is planned for it already: one piece
 * of work is one action.
 */
export function planDrafts(
  { snapshot, treatments, at }: WhatIfPage,
  controlIds: readonly string[],
  titleOf: (ref: string, title: string) => string,
): readonly PlanDraft[] {
  const controls = new Map(snapshot.controls.map((control) => [control.id, control]))
  const dueAt = `${new Date(addMonths(at, 3)).toISOString().slice(0, 10)}T12:00:00Z`
  return controlIds.flatMap((controlId) => {
    const control = controls.get(controlId)
    const treatment = treatments.find((one) => one.controlId === controlId)
    if (control === undefined || treatment === undefined) return []
    const risks = snapshot.risks
      .filter(({ id }) => treatment.riskIds.includes(id))
      .sort((a, b) => effectOn(b, controlId) - effectOn(a, controlId) || a.number - b.number)
    return risks.map((risk, at) => ({
      key: `${controlId} ${risk.id}`,
      controlId,
      ref: control.ref,
      riskId: risk.id,
      risk,
      openNumber: treatment.actions.find((action) => action.riskId === risk.id)?.number ?? null,
      isIn: at === 0 && treatment.actions.length === 0,
      title: titleOf(control.ref, control.title),
      ownerId: control.ownerId ?? risk.ownerId,
      dueAt,
      costMinor: null,
    }))
  })
}

function effectOn(risk: RiskInput, controlId: string): number {
  const own = risk.links.filter((link) => link.controlId === controlId)
  const most = (risk.frequency?.high ?? 0) * (risk.lossMinor?.high ?? 0)
  return most * own.reduce((sum, { reduction }) => sum + expectedReduction(reduction), 0)
}
