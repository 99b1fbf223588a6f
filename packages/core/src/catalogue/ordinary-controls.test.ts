import { describe, expect, test } from 'vitest'
import { expectedReduction } from '../loss/effect.ts'
import { frequencyWithoutControls, ordinaryShare } from './ordinary-controls.ts'
import { suggestLink } from './suggested-link.ts'
import { threats } from './threats.ts'

describe('an observed rate taken back to one without controls', () => {
  test.each(threats.map(({ id, mitigatingControls }) => [id, mitigatingControls] as const))(
    '%s is the observed rate again where half of the suggested effect is proven',
    (id, refs) => {
      const withHalf = refs
        .map((ref) => suggestLink(ref))
        .filter(({ effect }) => effect === 'frequency')
        .reduce(
          (rate, { reduction }) => rate * (1 - ordinaryShare * expectedReduction(reduction)),
          frequencyWithoutControls(id),
        )
      expect(withHalf).toBeCloseTo(1, 12)
    },
  )

  test('is never below the observed one, and stays within one order of magnitude', () => {
    const factors = threats.map(({ id }) => frequencyWithoutControls(id))
    expect(Math.min(...factors)).toBeGreaterThanOrEqual(1)
    expect(Math.max(...factors)).toBeLessThan(5)
    expect(factors.filter((factor) => factor > 1.2).length).toBeGreaterThan(threats.length / 2)
  })

  test('is the observed one for a scenario nobody knows', () => {
    expect(frequencyWithoutControls('T-nothing')).toBe(1)
  })
})
