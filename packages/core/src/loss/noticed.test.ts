import { describe, expect, test } from 'vitest'
import { attributeMean } from './attribution/attribute-mean.ts'
import { gradients } from './attribution/gradients.ts'
import { priceExact } from './exact/price-exact.ts'
import { parsePortfolio } from './model/parse-portfolio.ts'
import type { Portfolio, Scenario } from './model/portfolio.ts'
import { resolvePortfolio } from './model/resolve-portfolio.ts'
import { lossMoments } from './moments/loss-moments.ts'
import { priceSimulated } from './simulate/simulated-curve.ts'
import { lossBand } from './uncertainty/loss-band.ts'

const event: Scenario = {
  id: 'ransomware',
  frequency: { type: 'mixedPoisson', rate: { type: 'lognormal90', low: 0.5, high: 3 } },
  severity: { type: 'lognormal90', low: 10_000, high: 900_000 },
}
const answer = {
  id: 'team/response',
  effect: 'respond',
  effectiveness: { type: 'pert', min: 0.2, mode: 0.5, max: 0.8 },
  assurance: 0.7,
  coverage: 0.9,
} as const

/** Noticed anyway with this chance; or by a control that is sure to detect, or not at all. */
const noticed = (chance: number): Portfolio => ({
  scenarios: [{ ...event, containment: { saved: 0.8, noticed: chance }, controls: [answer] }],
})
const detected = (chance: number): Portfolio => ({
  scenarios: [
    {
      ...event,
      containment: { saved: 0.8 },
      controls: [answer, { effect: 'detect', effectiveness: { type: 'constant', value: chance }, assurance: 1 }],
    },
  ],
})

describe('an event that is noticed without a control', () => {
  test.each([1, 0.6])('with a chance of %s is as one that a control detects with it', (chance) => {
    const [one, other] = [noticed(chance), detected(chance)].map((portfolio) => resolvePortfolio(portfolio))
    if (one === undefined || other === undefined) throw new Error('no portfolio')
    const [a, b] = [lossMoments(one), lossMoments(other)]
    expect(a.mean / b.mean).toBeCloseTo(1, 12)
    expect(a.variance / b.variance).toBeCloseTo(1, 12)
    const [exact, same] = [priceExact(one), priceExact(other)]
    for (const p of [0.5, 0.9, 0.99]) expect(exact.quantile(p) / same.quantile(p)).toBeCloseTo(1, 6)
    const [years, alike] = [priceSimulated(one, 1, 40_960), priceSimulated(other, 1, 40_960)]
    expect(Math.abs(years.mean - alike.mean)).toBeLessThan(0.05 * alike.mean)
    expect(Math.abs(years.mean - a.mean)).toBeLessThan((4 * years.sd) / Math.sqrt(40_960))
  })

  test('has the same slopes, shares and band', () => {
    const measure = { kind: 'tvar', p: 0.95 } as const
    const slope = (portfolio: Portfolio) => gradients(portfolio, measure).byControl.get(answer.id) ?? 0
    expect(slope(noticed(0.6)) / slope(detected(0.6))).toBeCloseTo(1, 4)
    const share = (portfolio: Portfolio) =>
      attributeMean(portfolio).controls.find(({ id }) => id === answer.id)?.leaveOneOut ?? 0
    expect(share(noticed(0.6)) / share(detected(0.6))).toBeCloseTo(1, 9)
    const amounts = [100_000, 1_000_000]
    const median = (portfolio: Portfolio) => Array.from(lossBand(portfolio, { amounts }).median, (x) => x.toFixed(6))
    expect(median(noticed(1))).toEqual(median(detected(1)))
  })

  test('is contained by nobody where nobody answers', () => {
    const alone: Portfolio = { scenarios: [{ ...event, containment: { saved: 0.8, noticed: 1 } }] }
    const plain = lossMoments(resolvePortfolio({ scenarios: [event] }))
    expect(lossMoments(resolvePortfolio(alone)).mean).toBe(plain.mean)
  })

  test('is read from data, within 0 and 1', () => {
    expect(parsePortfolio(noticed(0.6)).problems).toEqual([])
    expect(parsePortfolio(noticed(2)).problems[0]?.path).toBe('scenarios[0].containment.noticed')
  })
})
