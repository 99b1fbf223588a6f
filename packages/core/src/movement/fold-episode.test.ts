import { describe, expect, test } from 'vitest'
import { aSnapshot, day } from '../test/sample-chain.ts'
import { explainMovements } from './explain-movements.ts'
import { foldEpisode } from './fold-episode.ts'
import type { Movement } from './movement.ts'

const chain = aSnapshot()
const decay = (from: number, to: number) =>
  explainMovements({ snapshot: chain, at: day(from) }, { snapshot: chain, at: day(to) }, [])

describe('an episode', () => {
  test('of daily decay reads as one story, from where it began to where it is', () => {
    const daily = Array.from({ length: 90 }, (_, i) => decay(180 + i, 181 + i)).flat()
    expect(daily).toHaveLength(90)
    const [whole] = decay(180, 270)
    const folded = foldEpisode(daily, 'EUR')
    expect(folded.sentence).toBe(whole?.sentence)
    const numbers = (chain: Movement['chain'] = []) => chain.map(({ detail: _, ...effect }) => effect)
    expect(numbers(folded.chain)).toEqual(numbers(whole?.chain))
    expect(folded.gapDeltaMinor).toBeCloseTo(whole?.gapDeltaMinor ?? Number.NaN, 3)
  })

  test('holds one story at least and one at most', () => {
    const [story] = decay(180, 181)
    if (story === undefined) throw new Error('the restore test did not fade')
    expect(() => foldEpisode([], 'EUR')).toThrow(RangeError)
    expect(() => foldEpisode([{ ...story, episodeKey: 'another' }, story], 'EUR')).toThrow('several episodes')
  })
})
