import { type Refusal, refuse } from '../refusal.ts'
import type { LedgerRow } from './diff-rows.ts'
import { type EntityName, ledgeredEntities } from './ledgered-entities.ts'
import { referenceColumns } from './reference-columns.ts'

export type DeletedRow = { readonly entity: EntityName; readonly id: string; readonly row: LedgerRow }

/** Rows of this set that a row points to: they have to be there first. */
function dependencies({ entity, id, row }: DeletedRow): readonly string[] {
  const { sameIdAs } = ledgeredEntities[entity]
  const pointed = Object.entries(row).flatMap(([column, value]) => {
    const target = referenceColumns[column]
    return target === undefined || target === 'user' || typeof value !== 'string' ? [] : [keyOf(target, value)]
  })
  const ends =
    entity === 'object_link'
      ? [keyOf(String(row.from_entity), String(row.from_id)), keyOf(String(row.to_entity), String(row.to_id))]
      : []
  return [...pointed, ...ends, ...(sameIdAs === undefined ? [] : [keyOf(sameIdAs, id)])]
}

const keyOf = (entity: string, id: string) => `${entity} ${id}`

/**
 * The order in which deleted rows come back: each after the rows it points to.
 * @throws when they point at each other in a circle, which no foreign key of the schema allows
 */
export function orderForRestore(rows: readonly DeletedRow[]): readonly DeletedRow[] {
  const waiting = new Map(rows.map((row) => [keyOf(row.entity, row.id), row]))
  const ordered: DeletedRow[] = []
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([key, row]) => !dependencies(row).some((it) => it !== key && waiting.has(it)))
    if (ready.length === 0) throw new Error('Deleted rows that point at each other in a circle')
    for (const [key, row] of ready) {
      ordered.push(row)
      waiting.delete(key)
    }
  }
  return ordered
}

/** What somebody deleted, as opposed to what went with it. */
export function deletionRoots(rows: readonly DeletedRow[]): readonly DeletedRow[] {
  const keys = new Set(rows.map((row) => keyOf(row.entity, row.id)))
  return rows.filter((row) => !dependencies(row).some((it) => it !== keyOf(row.entity, row.id) && keys.has(it)))
}

/** Whether a deletion can be undone as a whole: nothing of it may be back already, or be of a kind that stays deleted. */
export function refuseRestore(
  rows: readonly { readonly entity: EntityName; readonly title: string; readonly exists: boolean }[],
): readonly Refusal[] {
  const final = rows.find(({ entity }) => ledgeredEntities[entity].restore === null)
  if (final) {
    const label = ledgeredEntities[final.entity].label.toLowerCase()
    return refuse('not_restorable', `A deleted ${label} is not restored: ${final.title} would have to be made anew.`)
  }
  const back = rows.find(({ exists }) => exists)
  return back ? refuse('already_restored', `${back.title} is there again already.`) : []
}
