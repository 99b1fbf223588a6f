import { describe, expect, test } from 'vitest'
import type { Effect } from './movement.ts'
import { shareYear } from './share-year.ts'

const about = { entity: 'portfolio', id: 'organization-1', ref: 'all risks', label: 'All risks' } as const
const proven = (before: number, after: number): Effect => ({
  ...about,
  quantity: 'provenLoss',
  unit: 'minor',
  before,
  after,
})
const tail = (before: number, after: number): Effect => ({
  ...about,
  quantity: 'provenTail',
  unit: 'minor',
  before,
  after,
})
const crossed: Effect = { ...about, quantity: 'appetite', unit: 'word', before: 'within', after: 'exceeded' }

const step = (before: number, after: number) => ({ chain: [proven(before, after)] })
const idle = { chain: [] }

describe('what moved in the year of several steps', () => {
  test('is shared out by what each moved in the expected loss, without a gap', () => {
    const shares = shareYear([step(100, 110), idle, step(110, 140)], [tail(1_000, 1_400)])
    expect(shares).toEqual([[tail(1_000, 1_100)], [], [tail(1_100, 1_400)]])
  })

  test('goes back where a step goes back', () => {
    const shares = shareYear([step(100, 140), step(140, 130)], [tail(1_000, 1_300)])
    expect(shares).toEqual([[tail(1_000, 1_400)], [tail(1_400, 1_300)]])
  })

  test('is the largest step’s where the steps nearly cancel out, and as a word', () => {
    expect(shareYear([step(100, 120), step(120, 101)], [tail(1_000, 1_010)])).toEqual([[tail(1_000, 1_010)], []])
    expect(shareYear([step(100, 110), step(110, 140)], [crossed])).toEqual([[], [crossed]])
  })

  test('is the last step’s where no expected loss moved', () => {
    expect(shareYear([idle, idle], [crossed])).toEqual([[], [crossed]])
  })

  test('nothing, where nothing moved', () => {
    expect(shareYear([step(1, 2)], [])).toEqual([[]])
  })
})
