import type { Interval } from '../chain/chain-snapshot.ts'
import { short } from './figures-in-words.ts'

export type NamedInterval = { readonly name: string; readonly interval: Interval }

/** How far estimators are apart: `none` with fewer than two, `apart` where two ranges share no value. */
export type Disagreement = {
  readonly kind: 'none' | 'close' | 'far' | 'apart'
  readonly sentence: string
}

/** Middles this many times apart mean different things by the same words. */
const farRatio = 5

/**
 * Whether the estimators mean the same, in one sentence. The middle of a range is the geometric mean of its ends.
 * @param what the quantity in words: `how often`, `what one event costs`
 * @param format an amount or a rate in words
 */
export function disagreementOf(
  members: readonly NamedInterval[],
  what: string,
  format: (value: number) => string,
): Disagreement {
  const sorted = members.toSorted((a, b) => middleOf(a.interval) - middleOf(b.interval))
  const [lowest, highest] = [sorted[0], sorted.at(-1)]
  if (lowest === undefined || highest === undefined || sorted.length < 2) return { kind: 'none', sentence: '' }
  const range = ({ interval: { low, high } }: NamedInterval) => `${format(low)} to ${format(high)}`
  const ratio = middleOf(highest.interval) / middleOf(lowest.interval)
  if (lowest.interval.high < highest.interval.low) {
    const sentence = `On ${what}, ${lowest.name} (${range(lowest)}) and ${highest.name} (${range(highest)}) share no value: one of the two ranges is wrong, or they mean different events. Let both say why before pooling.`
    return { kind: 'apart', sentence }
  }
  if (ratio >= farRatio) {
    const sentence = `On ${what}, ${highest.name}’s middle is ${short(ratio)} times ${lowest.name}’s, though their ranges overlap. Ask both what they think of.`
    return { kind: 'far', sentence }
  }
  const sentence =
    ratio < 1.05
      ? `On ${what}, their middles are as good as the same.`
      : `On ${what}, they agree within a factor of ${short(ratio)}.`
  return { kind: 'close', sentence }
}

function middleOf({ low, high }: Interval): number {
  return Math.sqrt(low * high)
}
