import { type LossState, lossStates } from '@sinew/core/loss/loss-state.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day, million } from '@sinew/core/test/sample-chain.ts'
import { describe, expect, test } from 'vitest'
import { livePortfolio, livePortfolioInSteps, type PricedYear } from './live-portfolio.ts'
import { atHand } from './loss-settings.ts'
import { nothingTried, type Trial } from './trial.ts'

const link = (controlId: string) => ({ controlId, effect: 'frequency' as const, reduction: { low: 0.4, high: 0.7 } })
const estimate = { frequency: { low: 0.2, high: 2 }, lossMinor: { low: million, high: 40 * million } }
const snapshot = aSnapshot({
  controls: [
    aControl({ id: 'backup', ref: 'A.8.13' }),
    aControl({
      id: 'logging',
      ref: 'A.8.15',
      needs: [aNeed({ id: 'need-2', newest: anEvidence({ id: 'evidence-2' }) })],
    }),
  ],
  risks: [
    aRisk({ id: 'a', ...estimate, links: [link('backup')] }),
    aRisk({ id: 'b', ...estimate, links: [link('backup'), link('logging')] }),
    aRisk({ id: 'c', ...estimate, links: [] }),
    aRisk({ id: 'd', frequency: null }),
    aRisk({ id: 'e', ...estimate, status: 'closed' }),
  ],
})
const now = day(10)
const figures = (year: PricedYear) =>
  lossStates.map((state) => [year[state].mean, year[state].quantile(0.9), year[state].quantile(0.99)])
const tried = (change: Partial<Trial>): Trial => ({ ...nothingTried(now), ...change })

describe('a year that is kept', () => {
  test.each<[string, Trial]>([
    ['an assurance', tried({ assurances: { backup: 0.3 } })],
    ['the date', tried({ at: day(300) })],
    ['both', tried({ at: day(300), assurances: { logging: 1 } })],
    [
      'an estimate',
      tried({ estimates: { c: { ...estimate, frequency: { low: 0.1, high: 0.4 }, lossCapMinor: null } } }),
    ],
  ])('comes back to the bit after %s was tried', (_, trial) => {
    const live = livePortfolio(snapshot, now, atHand)
    const before = figures(live.current())
    expect(figures(live.change(trial))).not.toEqual(before)
    expect(figures(live.change(nothingTried(now)))).toEqual(before)
  })

  test('is the same by any way to a trial', () => {
    const [one, other] = [livePortfolio(snapshot, now, atHand), livePortfolio(snapshot, now, atHand)]
    const trial = tried({ at: day(250), assurances: { backup: 0.5 } })
    other.change(tried({ assurances: { backup: 0.1, logging: 0.2 } }))
    other.change(tried({ at: day(400) }))
    expect(figures(other.change(trial))).toEqual(figures(one.change(trial)))
  })

  test('keeps the curves that a trial does not touch', () => {
    const live = livePortfolio(snapshot, now, atHand)
    const before = live.current()
    const after = live.change(tried({ assurances: { backup: 0 } }))
    const same = (state: LossState) => after[state] === before[state]
    expect(lossStates.filter(same)).toEqual(['inherent', 'claimed', 'target'])
    expect(after.proven.mean).toBeGreaterThan(before.proven.mean)
    expect(live.change(tried({ assurances: { backup: 0, 'no such control': 1 } })).proven).toBe(after.proven)
  })

  test('never lets less proof cost less, at any level', () => {
    const live = livePortfolio(snapshot, now, atHand)
    const amounts = [1, 0.8, 0.5, 0.2, 0].map((backup) =>
      live.change(tried({ assurances: { backup } })).proven.quantile(0.95),
    )
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
  })

  test('counts neither closed risks nor those without an estimate', () => {
    expect(
      livePortfolio(snapshot, now, atHand)
        .portfolio('proven')
        .scenarios.map(({ id }) => id),
    ).toEqual(['a', 'b', 'c'])
  })

  test('is made in steps that lead from nothing to all', () => {
    const shares = [...livePortfolioInSteps(snapshot, now, atHand)]
    expect(shares.length).toBeGreaterThan(4)
    expect(shares).toEqual([...shares].sort((a, b) => a - b))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
  })
})

describe('an estimate that outgrows the year as it is', () => {
  const far = (factor: number): Trial =>
    tried({
      estimates: {
        c: {
          frequency: { low: 0.2, high: 2 },
          lossMinor: { low: factor * million, high: 40 * factor * million },
          lossCapMinor: null,
        },
      },
    })
  const fresh = (trial: Trial) => {
    const risks = snapshot.risks.map((risk) => ({ ...risk, ...trial.estimates[risk.id] }))
    return livePortfolio({ ...snapshot, risks }, now, atHand).current()
  }

  test.each([3, 30, 300])('by %d times is priced as if it had been there from the start', (factor) => {
    const live = livePortfolio(snapshot, now, atHand)
    const year = live.change(far(factor))
    for (const state of lossStates) {
      for (const p of [0.5, 0.9, 0.99, 0.998]) {
        expect(year[state].quantile(p) / fresh(far(factor))[state].quantile(p)).toBeCloseTo(1, 2)
      }
    }
  })

  test('gives the same year by any way to it, and comes back to the bit', () => {
    const [one, other] = [livePortfolio(snapshot, now, atHand), livePortfolio(snapshot, now, atHand)]
    const before = figures(one.current())
    for (const factor of [2, 50, 1000]) one.change(far(factor))
    expect(figures(one.change(far(20)))).toEqual(figures(other.change(far(20))))
    expect(figures(one.change(nothingTried(now)))).toEqual(before)
  })
})
