import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { deriveChain } from '../chain/derive-chain.ts'
import { chainPortfolio } from '../loss/chain-portfolio.ts'
import { priceExact } from '../loss/exact/price-exact.ts'
import { lossStates } from '../loss/loss-state.ts'
import { resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { lossMoments } from '../loss/moments/loss-moments.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { aControl, aMethodology, aRisk, aSnapshot, day, million } from '../test/sample-chain.ts'
import { portfolioPricer } from './portfolio-pricer.ts'
import { tailYears } from './tail.ts'

const limit = 120_000

function resolvedIn(snapshot: ChainSnapshot, at: number, state: (typeof lossStates)[number]) {
  const controls = new Map(deriveChain(snapshot, at).controls.map((control) => [control.id, control]))
  return resolvePortfolio(chainPortfolio(snapshot, (id) => controls.get(id), state))
}

describe('the year of all risks', () => {
  test(
    'has the expected loss and the spread that the risks have in closed form',
    () => {
      fc.assert(
        fc.property(arbitraryChain, arbitraryDay, fc.constantFrom(...lossStates), (chain, at, state) => {
          const { portfolio, risks } = deriveChain(chain, at)
          const variance = risks.reduce((sum, risk) => {
            const sd = risk.counted ? (risk.states?.[state].sdMinor ?? 0) : 0
            return sum + sd * sd
          }, 0)
          const moments = lossMoments(resolvedIn(chain, at, state))
          expect(Math.abs(moments.mean - portfolio.lossMinor[state])).toBeLessThanOrEqual(1e-9 * moments.mean)
          // The engine's points of an uncertain rate reach 8.5 standard deviations: less than a very wide rate's square needs.
          const isWide = chain.risks.some(({ frequency }) => frequency !== null && frequency.high > 50 * frequency.low)
          const { sdMinor } = portfolio.tail[state]
          expect(Math.abs(Math.sqrt(variance) - sdMinor)).toBeLessThanOrEqual((isWide ? 1e-3 : 1e-7) * sdMinor)
        }),
        { numRuns: 100 },
      )
    },
    limit,
  )

  test(
    'is bit for bit the same, whatever the pricer priced before',
    () => {
      fc.assert(
        fc.property(fc.array(arbitraryChain, { minLength: 2, maxLength: 4 }), arbitraryDay, (chains, at) => {
          const kept = portfolioPricer()
          for (const chain of [...chains, ...chains])
            expect(deriveChain(chain, at, kept).portfolio).toEqual(deriveChain(chain, at).portfolio)
        }),
        { numRuns: 25 },
      )
    },
    limit,
  )

  test('that is written down is the settled one within a thousandth', () => {
    const risks = Array.from({ length: 30 }, (_, i) =>
      aRisk({
        id: `risk-${String(i).padStart(2, '0')}`,
        number: i,
        frequency: { low: 0.02 * (1 + (i % 7)), high: 0.3 * (1 + (i % 5)) },
        lossMinor: { low: million * (1 + (i % 3)), high: 40 * million * (1 + (i % 4)) },
        links: [
          { controlId: 'control-1', effect: i % 2 === 0 ? 'frequency' : 'loss', reduction: { low: 0.3, high: 0.8 } },
        ],
      }),
    )
    const snapshot = aSnapshot({ risks, acceptances: [] })
    const { portfolio } = deriveChain(snapshot, day(1))
    for (const state of lossStates) {
      const settledCurve = priceExact(resolvedIn(snapshot, day(1), state))
      for (const years of tailYears) {
        const recorded = portfolio.tail[state].exceededMinor[years]
        expect(Math.abs(recorded / settledCurve.quantile(1 - 1 / years) - 1)).toBeLessThan(1e-3)
      }
    }
  })

  test('sees one year in a hundred even where the spread says little of the tail', () => {
    // Once in fifty years, four hundred times the mean.
    const rare = aRisk({ frequency: { low: 0.02, high: 0.02 }, lossMinor: { low: 100 * million, high: 100 * million } })
    const { tail } = deriveChain(aSnapshot({ risks: [rare], controls: [], acceptances: [] }), day(1)).portfolio
    expect(tail.inherent.exceededMinor).toEqual({ 2: 0, 10: 0, 20: 0, 100: expect.closeTo(100 * million, 3) })
    expect(tail.inherent.noneProbability).toBeCloseTo(Math.exp(-0.02), 12)
  })

  test('without risks is a year without loss', () => {
    const { tail, appetite } = deriveChain(aSnapshot({ risks: [], acceptances: [] }), day(1)).portfolio
    expect(tail.proven).toEqual({ sdMinor: 0, noneProbability: 1, exceededMinor: { 2: 0, 10: 0, 20: 0, 100: 0 } })
    expect(appetite).toMatchObject({ within: true, ratio: 0 })
  })
})

describe('the limit of joint reductions', () => {
  const strong = (controlId: string) =>
    ({ controlId, effect: 'frequency', reduction: { low: 0.85, high: 0.95 } }) as const
  const chain = aSnapshot({
    controls: ['control-1', 'control-2'].map((id) => aControl({ id, ref: `A.8.${id.at(-1)}` })),
    risks: [aRisk({ links: [strong('control-1'), strong('control-2')] })],
    methodology: aMethodology({ maxReduction: 0.95 }),
    acceptances: [],
  })

  test('holds for what controls are expected to take away together', () => {
    const { portfolio } = deriveChain(chain, day(1))
    expect(portfolio.lossMinor.claimed).toBeCloseTo(0.05 * 40 * million, 3)
    expect(lossMoments(resolvedIn(chain, day(1), 'claimed')).mean).toBeCloseTo(0.05 * 40 * million, 3)
  })
})
