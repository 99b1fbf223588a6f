import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { type AttentionItem, attentionKinds } from '@sinew/core/chain/attention.ts'
import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'

const shown = 12

/** The first of what should be done, with the person it is for, and how much there is of each kind. */
export function attentionOf({ people }: ChainSnapshot, attention: readonly AttentionItem[]): Pulse['attention'] {
  const names = new Map(people.map((person) => [person.id, person.name]))
  const counts = attentionKinds.map((kind) => ({ kind, count: attention.filter((item) => item.kind === kind).length }))
  return {
    total: attention.length,
    items: attention.slice(0, shown).map((item) => ({
      ...item,
      personName: item.personId === null ? null : (names.get(item.personId) ?? null),
      dueAt: item.dueAt === null ? null : new Date(item.dueAt).toISOString(),
      worthMinor: Math.round(item.worthMinor),
    })),
    counts: counts.filter(({ count }) => count > 0),
  }
}
