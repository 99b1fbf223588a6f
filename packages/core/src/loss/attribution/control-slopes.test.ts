import { describe, expect, test } from 'vitest'
import type { ControlLink } from '../../chain/chain-snapshot.ts'
import { aMethodology, aRisk } from '../../test/sample-chain.ts'
import { chainPortfolio } from '../chain-portfolio.ts'
import { resolvePortfolio } from '../model/resolve-portfolio.ts'
import { lossMoments } from '../moments/loss-moments.ts'
import type { SharesOf } from '../price-risk.ts'
import { controlSlopes } from './control-slopes.ts'

const risk = (id: string, links: readonly ControlLink[]) =>
  aRisk({ id, frequency: { low: 0.2, high: 2 }, lossMinor: { low: 1_000_000, high: 50_000_000 }, links })
const link = (controlId: string, effect: 'frequency' | 'loss', low: number, high: number) => {
  return { controlId, effect, reduction: { low, high } }
}
const risks = [
  risk('r1', [link('backup', 'loss', 0.3, 0.7), link('patching', 'frequency', 0.2, 0.6)]),
  risk('r2', [link('patching', 'frequency', 0.1, 0.5), link('backup', 'frequency', 0.1, 0.2)]),
  // Beyond the limit: 1 − 0.05·0.05.
  risk('r3', [link('filter', 'frequency', 0.95, 0.95), link('patching', 'frequency', 0.95, 0.95)]),
]
const assurances: Readonly<Record<string, number>> = { backup: 0.5, patching: 1, filter: 1 }
const shares =
  (changed: Readonly<Record<string, number>>): SharesOf =>
  (id) => ({ applicable: true, claimedShare: 1, assurance: { ...assurances, ...changed }[id] ?? 0 })
const chain = { risks, methodology: aMethodology({ maxReduction: 0.9 }) }
const meanWith = (changed: Readonly<Record<string, number>>) =>
  lossMoments(resolvePortfolio(chainPortfolio(chain, shares(changed), 'proven'))).mean

describe('the slope of a control', () => {
  const slopes = controlSlopes(chain, shares({}), { kind: 'mean' })

  test('adds up all its links, in how often and in how much', () => {
    const step = 1e-4
    const difference = (meanWith({ backup: 0.5 + step }) - meanWith({ backup: 0.5 - step })) / (2 * step)
    expect((slopes.get('backup') ?? 0) / difference).toBeCloseTo(1, 7)
    expect(slopes.get('backup')).toBeLessThan(0)
  })

  test('is nothing where the methodology allows no more', () => {
    expect(slopes.get('filter')).toBe(0)
    expect(meanWith({ filter: 0.99 })).toBeCloseTo(meanWith({}), 3)
    const below = (meanWith({}) - meanWith({ patching: 1 - 1e-4 })) / 1e-4
    expect((slopes.get('patching') ?? 0) / below).toBeCloseTo(1, 3)
  })
})
