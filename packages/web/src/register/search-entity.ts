import type { SearchKind } from '@sinew/contract/search/search-contract.ts'

const others: Readonly<Record<string, string>> = { action: 'treatment_action', occurrence: 'risk_occurrence' }

/** The table of what the search found. */
export function entityOfHit(kind: SearchKind): string {
  return others[kind] ?? kind
}
