import type { ControlCost } from '@sinew/core/control/annual-cost.ts'

type Columns = {
  readonly capex_minor: number | null
  readonly lifetime_years: number | null
  readonly opex_minor: number | null
}

export function toCost(row: Columns): ControlCost {
  return { capexMinor: row.capex_minor, lifetimeYears: row.lifetime_years, opexMinor: row.opex_minor }
}
