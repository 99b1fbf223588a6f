import { changedSince } from './changed-since.ts'
import type { Collect } from './collect.ts'

const tables = ['context_issue', 'climate_decision', 'scope_version', 'site', 'service', 'planned_change']

/** 9.3.2 b: what changed outside and inside that bears on the ISMS. */
export const changedIssues: Collect = async (db, lookBack) => {
  const lines = await Promise.all(tables.map((table) => changedSince(db, table, lookBack)))
  return lines.flat()
}
