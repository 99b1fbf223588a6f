import data from './data/clauses-2022.json' with { type: 'json' }

/** One thing an auditor checks in clauses 4 to 10, Amendment 1:2024 included. */
export type ClauseItem = {
  /** `6.1.3.d`: the clause, then a letter of the standard or a short word. */
  readonly id: string
  readonly clause: string
  readonly clauseTitle: string
  readonly chapter: number
  readonly chapterTitle: string
  readonly title: string
  readonly summary: string
  /** The standard asks for documented information here. */
  readonly documentedInformation: boolean
  readonly auditQuestion: string
  readonly typicalEvidence: readonly string[]
}

/** All 88 in the order of the standard. */
export const clauseItems: readonly ClauseItem[] = data.items

const itemById = new Map(clauseItems.map((item) => [item.id, item]))

export function findClauseItem(id: string): ClauseItem | undefined {
  return itemById.get(id)
}

/** Throws a RangeError for an id the catalogue does not have. */
export function getClauseItem(id: string): ClauseItem {
  const item = findClauseItem(id)
  if (!item) throw new RangeError(`The catalogue has no clause item "${id}"`)
  return item
}
