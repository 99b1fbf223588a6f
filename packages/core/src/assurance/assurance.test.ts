import { describe, expect, test } from 'vitest'
import { assuranceOf, provenMean } from './assurance.ts'

const need = (needId: string, share: number, weight = 1) => ({ needId, share, weight })

describe('a = g · Σ w·share ÷ Σ w', () => {
  test('is the mean by weight, scaled by what is implemented', () => {
    expect(assuranceOf(1, [need('a', 1, 3), need('b', 0)])).toBe(0.75)
    expect(assuranceOf(0.4, [need('a', 1, 3), need('b', 0)])).toBeCloseTo(0.3, 12)
    expect(assuranceOf(0, [need('a', 1)])).toBe(0)
  })

  test('nothing that would prove it: 0', () => {
    expect(provenMean([])).toBe(0)
    expect(provenMean([need('a', 1, 0)])).toBe(0)
  })

  test('needs in any order give the same bits, which adding as they come would not', () => {
    const needs = [need('a', 0.1), need('b', 0.2), need('c', 0.3)]
    expect(0.3 + 0.2 + 0.1).not.toBe(0.1 + 0.2 + 0.3)
    expect(provenMean(needs.toReversed())).toBe(provenMean(needs))
  })
})
