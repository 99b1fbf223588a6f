import type { Interval } from '../chain/chain-snapshot.ts'

/**
 * Expected share that a working control takes away, from its 90 % interval: the midpoint. It is the mean of every law that
 * is symmetric over the interval, the PERT with its mode in the middle included, so the expected loss does not depend on
 * that choice; the exact engine gives the uncertainty around it a shape.
 */
export function expectedReduction(interval: Interval): number {
  const middle = (interval.low + interval.high) / 2
  return Number.isNaN(middle) ? 0 : Math.min(1, Math.max(0, middle))
}

/**
 * Joint reduction of controls that work independently, from what they leave, Π(1 − share·reduction): 1 minus that, never above
 * `maxReduction`, else ten mediocre controls would look perfect.
 */
export function jointReduction(left: number, maxReduction: number): number {
  const limit = Number.isNaN(maxReduction) ? 0 : Math.min(1, Math.max(0, maxReduction))
  return Math.min(1 - left, limit)
}
