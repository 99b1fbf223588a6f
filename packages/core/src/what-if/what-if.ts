import type { Cover } from '../insurance/insured.ts'

/** What happens to one control: it stops; it is put in place and proven, as a treatment; or as much of it is proven, up to what is in place. */
export type ControlChange =
  | { readonly controlId: string; readonly change: 'off' }
  | { readonly controlId: string; readonly change: 'done' }
  | { readonly controlId: string; readonly change: 'share'; readonly share: number }

/** All controls at once, before what is said of one: as they are, all proven as far as claimed, or all in place and proven. */
export const assuranceChoices = ['today', 'claimed', 'full'] as const
export type AssuranceChoice = (typeof assuranceChoices)[number]

/** A changed world, by its differences from today. */
export type WhatIf = {
  readonly assurances: AssuranceChoice
  /** Each control at most once. */
  readonly controls: readonly ControlChange[]
  readonly insurance: Cover | null
  /** What treatments may cost a year, for choosing the best of them. */
  readonly budgetMinor: number | null
  /** How far ahead it is looked, in days: evidence ages on the way. */
  readonly aheadDays: number
}

/** Today: nothing is different. */
export const noChange: WhatIf = { assurances: 'today', controls: [], insurance: null, budgetMinor: null, aheadDays: 0 }

/** Says one more thing of one control; null takes back what was said. */
export function withControl(whatIf: WhatIf, controlId: string, change: ControlChange | null): WhatIf {
  const others = whatIf.controls.filter((one) => one.controlId !== controlId)
  return { ...whatIf, controls: change === null ? others : [...others, change] }
}

/** Controls that the world takes as put in place and proven. */
export function treatedControls({ controls }: Pick<WhatIf, 'controls'>): readonly string[] {
  return controls.flatMap((one) => (one.change === 'done' ? [one.controlId] : []))
}

/** Whether two worlds differ in anything that prices them. */
export function isSameWorld(a: WhatIf, b: WhatIf): boolean {
  return JSON.stringify(inOrder(a)) === JSON.stringify(inOrder(b))
}

function inOrder({ assurances, controls, insurance, budgetMinor, aheadDays }: WhatIf) {
  const sorted = [...controls].sort((one, other) => (one.controlId < other.controlId ? -1 : 1))
  const said = sorted.map((one) => [one.controlId, one.change, one.change === 'share' ? one.share : null])
  const cover = insurance && [
    insurance.per,
    insurance.deductibleMinor,
    insurance.limitMinor,
    insurance.premiumMinor,
    insurance.riskIds && [...insurance.riskIds].sort(),
  ]
  return [assurances, said, cover, budgetMinor, aheadDays]
}
