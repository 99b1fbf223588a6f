import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveChain } from '../chain/derive-chain.ts'
import { coarsely } from '../loss/exact/choose-range.ts'
import type { ExactSettings } from '../loss/exact/price-exact.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { deriveCoarsely } from '../test/derive-coarsely.ts'
import { aMethodology, aPolicy, aRisk, aSnapshot, day, million } from '../test/sample-chain.ts'
import { portfolioPricer } from './portfolio-pricer.ts'

const coarse: ExactSettings = { size: 64, ranges: 1, ...coarsely }

// One event a year of €400k for sure, nothing lowers it.
const risk = aRisk({ links: [] })
const withPolicy = (fields: Parameters<typeof aPolicy>[0], at = day(1)) =>
  deriveChain(aSnapshot({ risks: [risk], policies: [aPolicy(fields)] }), at).portfolio

describe('the year after insurance', () => {
  test('is not there without a policy in force, before it begins and once it has run out', () => {
    expect(deriveChain(aSnapshot(), day(1)).portfolio.borne).toBeNull()
    expect(withPolicy({}, day(-1)).borne).toBeNull()
    expect(withPolicy({}, day(365)).borne).toBeNull()
  })

  test('keeps the deductible and what exceeds the limit of each event', () => {
    // Of €400k: €100k kept, €200k paid, €100k above the limit.
    expect(withPolicy({}).borne?.lossMinor.proven).toBeCloseTo(20 * million, 0)
  })

  test('keeps the deductible and what exceeds the limit of the whole year', () => {
    const { borne, lossMinor } = withPolicy({ per: 'year', limitMinor: 1_000 * million })
    // Every year with at least one event, 1 − 1/e of them, keeps €100k.
    expect(borne?.lossMinor.proven).toBeCloseTo(10 * million * (1 - Math.exp(-1)), -2)
    expect(lossMinor.proven).toBeCloseTo(40 * million, 0)
  })

  test('leaves all other figures before insurance', () => {
    const { borne: _, ...insured } = withPolicy({})
    const { borne: __, ...plain } = deriveChain(aSnapshot({ risks: [risk] }), day(1)).portfolio
    expect(insured).toEqual(plain)
  })

  test('is what the appetite is judged by where the methodology says so, and nothing else changes it', () => {
    const appetite = {
      yearlyLossMinor: 30 * million,
      afterInsurance: true,
      points: [{ amountMinor: 300 * million, probability: 0.05 }],
    }
    const verdict = (afterInsurance: boolean, at: number) =>
      deriveChain(
        aSnapshot({
          methodology: aMethodology({ appetite: { ...appetite, afterInsurance } }),
          risks: [risk],
          policies: [aPolicy()],
        }),
        at,
      ).portfolio.appetite.within
    expect([verdict(true, day(1)), verdict(false, day(1))]).toEqual([true, false])
    // Silence never helps: once it has run out the year is judged by its whole loss.
    expect(verdict(true, day(365))).toBe(false)
  })

  test('never costs more than before insurance, in any state and at any level', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, at) => {
        const { borne, lossMinor, tail } = deriveCoarsely(snapshot, at).portfolio
        if (borne === null) return
        for (const state of ['claimed', 'proven', 'target'] as const) {
          const slack = 1e-6 * lossMinor[state] + 1
          expect(borne.lossMinor[state]).toBeLessThanOrEqual(lossMinor[state] + slack)
          const step = 0.05 * tail[state].exceededMinor[100] + 1
          for (const years of [2, 10, 20, 100] as const)
            expect(borne.tail[state].exceededMinor[years]).toBeLessThanOrEqual(tail[state].exceededMinor[years] + step)
        }
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('has the same bits whatever was priced before', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, at) => {
        const again = deriveChain(
          snapshot,
          at,
          portfolioPricer(() => coarse),
        )
        const used = portfolioPricer(() => coarse)
        deriveChain({ ...snapshot, risks: snapshot.risks.slice(1) }, at, used)
        expect(deriveChain(snapshot, at, used).portfolio).toEqual(again.portfolio)
      }),
      { numRuns: 100 },
    )
  }, 60_000)
})
