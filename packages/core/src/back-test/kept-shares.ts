import type { Period } from '../occurrence/occurrence.ts'
import { cutTo, yearsOf } from '../occurrence/periods.ts'

/** Share of the events, and of what one of them costs, that controls let through. */
export type Kept = { readonly frequency: number; readonly loss: number }

export type KeptShares = { readonly claimed: Kept; readonly proven: Kept }

/** What controls let through in the time that it was so. */
export type KeptInForce = Period & KeptShares

/** What controls let through at an instant: before the first that is known, `today`, as for whoever has just begun. */
export function keptAt(history: readonly KeptInForce[], at: number, today: KeptShares): KeptShares {
  return history.findLast(({ from }) => from <= at) ?? today
}

/**
 * Means over time: the share of events that were let through, and that of expected losses, which fall where both were low together. In
 * no time at all, today's.
 */
export function keptOver(
  history: readonly KeptInForce[],
  periods: readonly Period[],
  state: keyof KeptShares,
  today: KeptShares,
): { readonly events: number; readonly losses: number } {
  const years = yearsOf(periods)
  const untold = { ...today, from: Number.NEGATIVE_INFINITY, until: history[0]?.from ?? Number.POSITIVE_INFINITY }
  const { frequency, loss } = today[state]
  if (history.length === 0 || years === 0) return { events: frequency, losses: frequency * loss }
  let events = 0
  let losses = 0
  for (const one of [untold, ...history]) {
    const share = yearsOf(cutTo(periods, one)) / years
    events += share * one[state].frequency
    losses += share * one[state].frequency * one[state].loss
  }
  return { events, losses }
}
