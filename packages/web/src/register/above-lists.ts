import type { ComponentType } from 'react'
import { later } from '../ui/later.ts'

/** What stands above a register's list: how things stand. Apart from what objects' pages show, which a list does not load. */
const aboves: Readonly<Record<string, ComponentType>> = {
  scope_version: later(async () => (await import('../context/NextScope.tsx')).NextScope),
  climate_decision: later(async () => (await import('../context/ClimateStanding.tsx')).ClimateStanding),
  isms_process: later(async () => (await import('../context/ProcessMap.tsx')).ProcessMap),
  metric: later(async () => (await import('../objective/KpiCatalogue.tsx')).KpiCatalogue),
  duty: later(async () => (await import('../work/UsualCalendar.tsx')).UsualCalendar),
  document_promise: later(async () => (await import('../document/PromiseSummary.tsx')).PromiseSummary),
}

export function aboveList(table: string): ComponentType | undefined {
  return aboves[table]
}
