import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { implementedShare } from '../control/implemented-share.ts'
import { treatmentsOf } from './treatments.ts'
import type { WhatIf } from './what-if.ts'

/** What a changed world costs more a year than today, minor units; negative where it saves. */
export type CostOfChange = {
  readonly treatmentsMinor: number
  /** What stopped controls do not cost any more. */
  readonly savedMinor: number
  readonly premiumMinor: number
  readonly totalMinor: number
  /** Controls that were put in place or stopped and of which nobody has said what they cost. */
  readonly unknownControlIds: readonly string[]
}

export function costOfChange(
  snapshot: Pick<ChainSnapshot, 'controls' | 'risks' | 'actions'>,
  { assurances, controls, insurance }: WhatIf,
): CostOfChange {
  const treatments = new Map(treatmentsOf(snapshot).map((one) => [one.controlId, one]))
  const inputs = new Map(snapshot.controls.map((one) => [one.id, one]))
  let [treatmentsMinor, savedMinor] = [0, 0]
  const unknownControlIds: string[] = []
  const said = new Set(controls.map(({ controlId }) => controlId))
  const rest = assurances === 'full' ? [...treatments.keys()].filter((id) => !said.has(id)) : []
  const changes = [...controls, ...rest.map((controlId) => ({ controlId, change: 'done' as const }))]
  for (const { controlId, change } of changes) {
    const control = inputs.get(controlId)
    if (control === undefined || change === 'share') continue
    const inPlace = implementedShare(control)
    if (change === 'done') {
      // What is in place already costs nothing more; proving it is work, which no register has the price of.
      if (inPlace >= 1) continue
      const cost = treatments.get(controlId)?.annualCostMinor ?? null
      if (cost === null) unknownControlIds.push(controlId)
      else treatmentsMinor += cost
    } else if (inPlace > 0) {
      if (control.annualCostMinor == null) unknownControlIds.push(controlId)
      else savedMinor += control.annualCostMinor * inPlace
    }
  }
  const premiumMinor = insurance?.premiumMinor ?? 0
  const totalMinor = treatmentsMinor + premiumMinor - savedMinor
  return { treatmentsMinor, savedMinor, premiumMinor, totalMinor, unknownControlIds }
}
