import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveChain } from '../chain/derive-chain.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day0, million } from '../test/sample-chain.ts'
import { controlGaps } from './control-gap.ts'

const claimedOnly = aControl({ id: 'claimed', needs: [aNeed({ newest: null })] })
const proven = aControl({ id: 'proven', needs: [aNeed({ newest: anEvidence() })] })

function gapsOf(snapshot: ReturnType<typeof aSnapshot>) {
  return controlGaps(snapshot, deriveChain(snapshot, day0))
}

describe('what it is worth to prove a control', () => {
  test('is the whole effect of a control that nothing proves, and nothing for one that is proven', () => {
    const links = ['claimed', 'proven'].map((controlId) => {
      return { controlId, effect: 'frequency', reduction: { low: 0.5, high: 0.5 } } as const
    })
    const gaps = gapsOf(aSnapshot({ controls: [claimedOnly, proven], risks: [aRisk({ links })] }))
    // 40 million a year, halved by the proven control; the other one would halve what is left.
    expect(gaps.get('claimed')).toBeCloseTo(10 * million, 3)
    expect(gaps.has('proven')).toBe(false)
  })

  test('is nothing for a closed risk, an unestimated one, or a control that is excluded', () => {
    const links = [{ controlId: 'claimed', effect: 'loss', reduction: { low: 0.5, high: 0.5 } }] as const
    const controls = [claimedOnly]
    expect(gapsOf(aSnapshot({ controls, risks: [aRisk({ links, status: 'closed' })] })).size).toBe(0)
    expect(gapsOf(aSnapshot({ controls, risks: [aRisk({ links, frequency: null })] })).size).toBe(0)
    const excluded = [aControl({ id: 'claimed', applicable: false })]
    expect(gapsOf(aSnapshot({ controls: excluded, risks: [aRisk({ links })] })).size).toBe(0)
  })

  test('lies between zero and the assurance gap of the portfolio', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (chain, at) => {
        const derived = deriveChain(chain, at)
        for (const gap of controlGaps(chain, derived).values()) {
          expect(gap).toBeGreaterThan(0)
          expect(gap).toBeLessThanOrEqual(derived.portfolio.gapMinor * (1 + 1e-9) + 1e-6)
        }
      }),
    )
  })
})
