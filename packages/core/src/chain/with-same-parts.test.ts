import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import { deriveStanding } from './derive-standing.ts'
import { withSameParts } from './with-same-parts.ts'

const copyOf = (chain: ChainSnapshot): ChainSnapshot => structuredClone(chain)

describe('a chain that is loaded again', () => {
  test('is the one before where nothing changed', () => {
    fc.assert(
      fc.property(arbitraryChain, (chain) => {
        expect(withSameParts(chain, copyOf(chain))).toBe(chain)
      }),
      { numRuns: 50 },
    )
  })

  test('says what it said, whatever was before, and derives the same', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryChain, arbitraryDay, arbitraryDay, (before, now, day, later) => {
        deriveStanding(before, day)
        const shared = withSameParts(before, copyOf(now))
        expect(shared).toEqual(now)
        expect(Object.keys(shared)).toEqual(Object.keys(now))
        deriveStanding(shared, day)
        expect(deriveStanding(shared, later)).toEqual(deriveStanding(copyOf(now), later))
      }),
      { numRuns: 200 },
    )
  })

  test('keeps each risk that says the same beside one that does not, which alone is derived anew', () => {
    fc.assert(
      fc.property(
        arbitraryChain.filter(({ risks }) => risks.length > 1),
        arbitraryDay,
        (chain, day) => {
          const [first, ...others] = copyOf(chain).risks
          if (first === undefined) return
          const risks = [{ ...first, title: `${first.title} again` }, ...others]
          const shared = withSameParts(chain, { ...copyOf(chain), risks })
          const [was, is] = [deriveStanding(chain, day).risks, deriveStanding(shared, day).risks]
          expect(is[0]?.title).toBe(risks[0]?.title)
          is.slice(1).forEach((risk, i) => {
            expect(risk).toBe(was[i + 1])
          })
        },
      ),
      { numRuns: 50 },
    )
  })
})
