import { isSame } from '../movement/same.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'

/**
 * The snapshot with every part of `before` that says the same in the place of its own, and `before` itself where all does: what is the same
 * object need not be derived again.
 */
export function withSameParts(before: ChainSnapshot, now: ChainSnapshot): ChainSnapshot {
  const parts = Object.entries(now).map(([name, part]) => [name, sameOr(before[name as keyof ChainSnapshot], part)])
  const isAll = parts.every(([name, part]) => before[name as keyof ChainSnapshot] === part)
  // Part by part what `now` is, so that it has its shape.
  return isAll && parts.length === Object.keys(before).length ? before : (Object.fromEntries(parts) as ChainSnapshot)
}

function sameOr(before: unknown, now: unknown): unknown {
  if (!areItems(before) || !areItems(now)) return isSame(before, now) ? before : now
  const known = new Map(before.map((item) => [item.id, item]))
  const items = now.map((item) => {
    const found = known.get(item.id)
    return found !== undefined && isSame(found, item) ? found : item
  })
  return items.length === before.length && items.every((item, i) => item === before[i]) ? before : items
}

type Item = { readonly id: string }

function areItems(part: unknown): part is readonly Item[] {
  return Array.isArray(part) && part.every((item) => typeof item === 'object' && item !== null && 'id' in item)
}
