import type { RiskInput, RiskStatus, TreatmentActionInput } from '../chain/chain-snapshot.ts'
import { actionRef, riskRef } from '../explanation/people-ref.ts'
import type { Refusal } from '../refusal.ts'
import { type PlannedAction, planActionRefusals } from '../treatment/action-rules.ts'
import { treatedControls, type WhatIf } from './what-if.ts'

/** Why a world cannot be kept like this: what it says has to be of one mind, and what the loss model can price. */
export function whatIfRefusals({ controls, insurance }: WhatIf): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (new Set(controls.map(({ controlId }) => controlId)).size < controls.length)
    refusals.push({ code: 'what_if_control_twice', message: 'A control is changed in two ways at once: choose one.' })
  if (insurance?.per === 'year' && insurance.riskIds !== null)
    refusals.push({
      code: 'what_if_year_for_some',
      message: 'A policy per year covers all risks together. Cover some of them with a policy per event.',
    })
  if (insurance?.riskIds?.length === 0)
    refusals.push({ code: 'what_if_covers_nothing', message: 'The policy covers no risk: choose at least one.' })
  return refusals
}

/** One action to be planned from a what-if. */
export type WhatIfAction = PlannedAction & { readonly riskId: string; readonly controlId: string }

type Ground = {
  readonly risks: ReadonlyMap<string, Pick<RiskInput, 'number' | 'links'> & { readonly status: RiskStatus }>
  readonly controls: ReadonlyMap<string, { readonly ref: string; readonly applicable: boolean }>
  /** Those that are not done. */
  readonly open: readonly Pick<TreatmentActionInput, 'number' | 'riskId' | 'controlId'>[]
}

/**
 * Why treatments of a what-if cannot become a plan: each has to be one of its treatments, on a risk that the control treats, and not planned already.
 * Nothing is planned double, and nothing of the plan is made while one part of it is refused.
 */
export function planRefusals(whatIf: WhatIf, actions: readonly WhatIfAction[], ground: Ground): readonly Refusal[] {
  const treated = new Set(treatedControls(whatIf))
  const seen = new Set<string>()
  return actions.flatMap((action) => {
    const { riskId, controlId } = action
    const risk = ground.risks.get(riskId)
    const control = ground.controls.get(controlId)
    if (risk === undefined || control === undefined) return []
    const on = `${control.ref} on ${riskRef(risk.number)}`
    const refusals: Refusal[] = [...planActionRefusals(action, risk.status)]
    if (!treated.has(controlId))
      refusals.push({ code: 'plan_not_in_what_if', message: `${control.ref} is no treatment of this what-if.` })
    if (!control.applicable)
      refusals.push({ code: 'plan_control_excluded', message: `${control.ref} is excluded: decide that first.` })
    if (!risk.links.some((link) => link.controlId === controlId))
      refusals.push({ code: 'plan_not_linked', message: `${riskRef(risk.number)} is not treated by ${control.ref}.` })
    const open = ground.open.find((one) => one.riskId === riskId && one.controlId === controlId)
    if (open !== undefined)
      refusals.push({ code: 'plan_open_already', message: `${on} is planned already: ${actionRef(open.number)}.` })
    if (seen.has(`${riskId} ${controlId}`))
      refusals.push({ code: 'plan_twice', message: `${on} is in the plan twice.` })
    seen.add(`${riskId} ${controlId}`)
    return refusals
  })
}
