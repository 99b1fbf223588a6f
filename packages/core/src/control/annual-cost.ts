import { type Refusal, refuse } from '../refusal.ts'

/** What a control costs, as people know it: bought once and good for some years, and run every year. Minor units. */
export type ControlCost = {
  readonly capexMinor: number | null
  readonly lifetimeYears: number | null
  readonly opexMinor: number | null
}

/**
 * Cost of one year: capex / lifetime + opex, in minor units, unrounded. Null where nobody has said anything: not known is not free.
 * A purchase without a usable lifetime is not known either.
 */
export function annualCost({ capexMinor, lifetimeYears, opexMinor }: ControlCost): number | null {
  if (capexMinor === null) return opexMinor
  if (lifetimeYears === null || !(lifetimeYears > 0)) return null
  return capexMinor / lifetimeYears + (opexMinor ?? 0)
}

/** Why a cost cannot be written down like this: what is bought once becomes a cost a year only by how long it lasts. */
export function costRefusals({ capexMinor, lifetimeYears }: ControlCost): readonly Refusal[] {
  if (capexMinor === null || lifetimeYears !== null) return []
  return refuse('cost_without_lifetime', 'Say how many years the purchase lasts, so that it becomes a cost a year.')
}
