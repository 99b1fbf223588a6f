import { describe, expect, test } from 'vitest'
import type { Portfolio } from '../loss/model/portfolio.ts'
import { resolvePortfolio } from '../loss/model/resolve-portfolio.ts'
import { lossMoments } from '../loss/moments/loss-moments.ts'
import { day } from '../test/sample-chain.ts'
import { type Cover, type InsuranceInput, insured, policiesInForce } from './insured.ts'

const scenario = (id: string, loss: number) => ({
  id,
  frequency: { type: 'poisson', rate: 1 } as const,
  severity: { type: 'constant', value: loss } as const,
})
const portfolio: Portfolio = { scenarios: [scenario('a', 100), scenario('b', 1_000)] }
const aCover = (fields: Partial<Cover> = {}): Cover => ({
  per: 'event',
  deductibleMinor: 50,
  limitMinor: 500,
  premiumMinor: 10,
  riskIds: null,
  ...fields,
})
const mean = (of: Portfolio) => lossMoments(resolvePortfolio(of)).mean

describe('insurance', () => {
  test('per event keeps the deductible and what exceeds the limit', () => {
    // 100 → 50; 1,000 → 50 + 450.
    expect(mean(insured(portfolio, [aCover()]))).toBeCloseTo(550, 9)
  })

  test('of some risks leaves the others as the same objects', () => {
    const covered = insured(portfolio, [aCover({ riskIds: ['b'] })])
    expect(covered.scenarios[0]).toBe(portfolio.scenarios[0])
    expect(mean(covered)).toBeCloseTo(600, 9)
  })

  test('per year is taken off the whole year', () => {
    expect(insured(portfolio, [aCover({ per: 'year' })]).aggregateInsurance).toEqual({ deductible: 50, limit: 500 })
  })

  test('never pays one loss twice: the first policy counts', () => {
    const twice = insured(portfolio, [aCover({ riskIds: ['a'] }), aCover({ deductibleMinor: 0 })])
    // a: 50 kept by the first; b: 500 kept by the second.
    expect(mean(twice)).toBeCloseTo(550, 9)
  })

  test('of nothing is nothing', () => {
    expect(insured(portfolio, [])).toBe(portfolio)
  })

  test('counts from its first instant up to its last, and silence never helps: an expired policy counts for nothing', () => {
    const policy: InsuranceInput = {
      ...aCover(),
      id: 'p',
      number: 1,
      name: 'P',
      validFrom: day(0),
      validUntil: day(365),
    }
    const isInForce = (t: number) => policiesInForce([policy], t).length === 1
    expect([day(-1), day(0), day(364), day(365), day(400)].map(isInForce)).toEqual([false, true, true, false, false])
  })
})
