import type { Steps } from '../exact/in-steps.ts'

/** What a measure of the year's loss is with one input at either of its ends, all else as it is. */
export type Swing<Kind extends string> = {
  readonly kind: Kind
  readonly id: string
  readonly low: number
  readonly high: number
}

/** An input that could be elsewhere. */
export type SwingInput<Kind extends string> = Pick<Swing<Kind>, 'kind' | 'id'> & {
  /** About how far it moves the measure: cheap to know, and what decides whether it is priced. */
  readonly about: number
  /** The measure with the input at this end. */
  readonly at: (end: 'low' | 'high') => number
}

/**
 * The tornado of these inputs: of those that seem to move the measure most, `most` are priced at both ends; the largest swing first, and
 * none that moves nothing. Yields the share that is done.
 */
export function* swingsInSteps<Kind extends string>(
  inputs: readonly SwingInput<Kind>[],
  most: number,
): Steps<readonly Swing<Kind>[]> {
  const worth = inputs
    .filter(({ about }) => about > 0)
    .sort((a, b) => b.about - a.about || byId(a, b))
    .slice(0, most)
  const swings: Swing<Kind>[] = []
  for (const [k, { kind, id, at }] of worth.entries()) {
    const low = at('low')
    yield (k + 0.5) / worth.length
    swings.push({ kind, id, low, high: at('high') })
    yield (k + 1) / worth.length
  }
  return swings.filter((one) => reach(one) > 0).sort((a, b) => reach(b) - reach(a) || byId(a, b))
}

function reach({ low, high }: Swing<string>): number {
  return Math.abs(high - low)
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : Number(a.id > b.id)
}
