import { effectsMoved, factKey, inChainOrder } from './facts.ts'
import type { Effect, Movement } from './movement.ts'
import { movementSentence } from './sentence.ts'

/**
 * One story out of the movements of one episode, oldest first: from where each quantity was when it began to where the last
 * movement left it. What came back to where it was is left out; other movements in between may have had their part.
 * @throws RangeError for no movement, or movements of several episodes.
 */
export function foldEpisode(movements: readonly Movement[], currency: string): Movement {
  const last = movements.at(-1)
  if (last === undefined) throw new RangeError('An episode has at least one movement')
  if (movements.some(({ episodeKey }) => episodeKey !== last.episodeKey)) {
    throw new RangeError('The movements are of several episodes')
  }
  const effects = new Map<string, Effect>()
  for (const effect of movements.flatMap(({ chain }) => chain)) {
    const began = effects.get(factKey(effect))
    effects.set(factKey(effect), began === undefined ? effect : { ...effect, before: began.before })
  }
  const chain = inChainOrder([...effects.values()].filter(({ before, after }) => effectsMoved(before, after)))
  return {
    ...last,
    chain,
    sentence: movementSentence(last.headline, chain, currency),
    gapDeltaMinor: movements.reduce((sum, movement) => sum + movement.gapDeltaMinor, 0),
  }
}
