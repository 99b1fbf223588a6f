import type { Movement, MovementStory } from '@sinew/contract/movement/movement-contract.ts'
import { inChainOrder } from '@sinew/core/movement/facts.ts'
import type { Effect } from '@sinew/core/movement/movement.ts'
import { movementSentence } from '@sinew/core/movement/sentence.ts'

/** A story told as one: what happened last, and where its numbers went from the first movement to the last. */
export function foldStory(
  newest: Movement,
  chain: readonly Effect[],
  told: Pick<MovementStory, 'count' | 'firstAt' | 'gapDeltaMinor'>,
  currency: string,
): MovementStory {
  const ordered = inChainOrder(chain)
  return {
    ...newest,
    ...told,
    chain: [...ordered],
    sentence: movementSentence(newest.headline, ordered, currency),
  }
}
