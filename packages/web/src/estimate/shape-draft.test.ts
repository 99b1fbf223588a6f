import { describe, expect, test } from 'vitest'
import { readAmounts, shapeDraftOf, shapesOf } from './shape-draft.ts'

describe('amounts that are pasted', () => {
  test.each<[string, string, readonly number[], readonly string[]]>([
    ['a column', '1000\n2500\n\n40', [1000, 2500, 40], []],
    ['short forms', '10k; 1.5M', [10_000, 1_500_000], []],
    ['what is no amount is said', '10\nabout 20', [10], ['about 20']],
    ['nothing', ' \n', [], []],
  ])('%s', (_case, text, read, unread) => {
    expect(readAmounts(text)).toEqual({ read, unread })
  })
})

describe('a law while it is typed', () => {
  const plain = shapeDraftOf({}, 100)

  test('is that of the ranges until another is chosen and whole', () => {
    expect(shapesOf(plain, 100)).toEqual({ frequencyShape: null, lossShape: null })
    expect(shapesOf({ ...plain, lossKind: 'pert', minMinor: 1, modeMinor: 2 }, 100).lossShape).toBeNull()
  })

  test('comes back as it was saved', () => {
    const shapes = {
      frequencyShape: { kind: 'at_most_once', probability: 0.2 },
      lossShape: { kind: 'amounts', amountsMinor: [100, 25_050] },
    } as const
    const saved = { ...shapes, lossShape: { ...shapes.lossShape, amountsMinor: [100, 25_050] } }
    expect(shapesOf(shapeDraftOf(saved, 100), 100)).toEqual(saved)
  })
})
