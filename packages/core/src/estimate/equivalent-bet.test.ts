import { describe, expect, test } from 'vitest'
import { afterBet } from './equivalent-bet.ts'

const range = { low: 10, high: 80 }

describe('the equivalent bet', () => {
  test.each([
    // at, preferred → range; the half width is √8, a third of it 1.41
    ['range', 'wheel', { low: 7.1, high: 110 }],
    ['range', 'statement', { low: 14, high: 57 }],
    ['low', 'statement', { low: 7.1, high: 80 }],
    ['low', 'wheel', { low: 14, high: 80 }],
    ['high', 'statement', { low: 10, high: 110 }],
    ['high', 'wheel', { low: 10, high: 57 }],
    ['range', 'either', range],
  ] as const)('on the %s, %s', (at, choice, expected) => {
    expect(afterBet(range, at, choice)).toEqual(expected)
  })

  test('equal ends part, and never cross', () => {
    expect(afterBet({ low: 5, high: 5 }, 'range', 'wheel')).toEqual({ low: 4.5, high: 5.5 })
    expect(afterBet({ low: 5, high: 5 }, 'range', 'statement')).toEqual({ low: 5, high: 5 })
  })
})
