import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ChainSnapshot, ControlInput } from '../chain/chain-snapshot.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { deriveCoarsely } from '../test/derive-coarsely.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day, million } from '../test/sample-chain.ts'

// Ransomware, €400k a year, halved by the control as far as it is proven.
const worth = (fields: Partial<ControlInput>, chain: Partial<ChainSnapshot> = {}, t = day(1)) =>
  deriveCoarsely(aSnapshot({ controls: [aControl(fields)], ...chain }), t).worth

describe('what renewing a proof is worth, in expected yearly loss', () => {
  test.each<[string, Partial<ControlInput>, number, number, number]>([
    // what, the control, day → by need, by control
    ['nothing, while it is fresh', {}, 1, 0, 0],
    ['half of the effect, one half-life late', {}, 270, 10, 10],
    ['as much as an owner can declare, where nothing was', { needs: [aNeed({ newest: null })] }, 1, 14, 20],
    ['all of it, where a collector will see', { needs: [aNeed({ newest: null, collectorId: 'c' })] }, 1, 20, 20],
    ['nothing more, once declared', { needs: [aNeed({ newest: anEvidence({ provenance: 'declared' }) })] }, 1, 0, 6],
    ['a failed test repaired', { needs: [aNeed({ newest: anEvidence({ result: { kind: 'fail' } }) })] }, 1, 20, 20],
    [
      'its part by weight',
      { needs: [aNeed({ newest: null, collectorId: 'c' }), aNeed({ id: 'need-2', weight: 3 })] },
      1,
      5,
      5,
    ],
    ['nothing, where it is only planned', { implementation: 'planned', needs: [aNeed({ newest: null })] }, 1, 0, 0],
    ['nothing, where it is excluded', { applicable: false, needs: [aNeed({ newest: null })] }, 1, 0, 0],
  ])('%s', (_what, fields, now, byNeed, byControl) => {
    const { byNeed: needs, byControl: controls } = worth(fields, {}, day(now))
    expect(needs.get('need-1')).toBeCloseTo(byNeed * million, 2)
    expect(controls.get('control-1')).toBeCloseTo(byControl * million, 2)
  })

  test('a control that treats no risk, or only closed ones, is worth nothing in money', () => {
    expect(worth({}, { risks: [] }).byControl.get('control-1')).toBeUndefined()
    expect(worth({}, { risks: [aRisk({ status: 'closed' })] }).byControl.get('control-1')).toBeUndefined()
  })

  test('a control earns what a year would cost more without it', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (chain, at) => {
        const before = deriveCoarsely(chain, at)
        for (const [id, earned] of before.worth.kept) {
          const controls = chain.controls.map((it) => (it.id === id ? { ...it, applicable: false } : it))
          const { claimed, proven, inherent } = deriveCoarsely({ ...chain, controls }, at).portfolio.lossMinor
          const { lossMinor } = before.portfolio
          expect(Math.abs(proven - lossMinor.proven - earned.provenMinor)).toBeLessThanOrEqual(1e-9 * inherent)
          expect(Math.abs(claimed - lossMinor.claimed - earned.claimedMinor)).toBeLessThanOrEqual(1e-9 * inherent)
          expect(before.worth.treated.get(id) ?? 0).toBeGreaterThanOrEqual(before.worth.byControl.get(id) ?? 0)
        }
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('is what the proven loss falls by when it is done', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (chain, at) => {
        const before = deriveCoarsely(chain, at)
        for (const control of chain.controls) {
          for (const need of control.needs) {
            const expected = before.worth.byNeed.get(need.id)
            if (expected === undefined || need.newest !== null) continue
            const provenance = need.collectorId === null ? 'declared' : 'observed'
            const newest = anEvidence({ id: 'fresh', provenance, collectedAt: at })
            const needs = control.needs.map((it) => (it.id === need.id ? { ...it, newest } : it))
            const controls = chain.controls.map((it) => (it.id === control.id ? { ...it, needs } : it))
            const after = deriveCoarsely({ ...chain, controls }, at)
            const fallen = before.portfolio.lossMinor.proven - after.portfolio.lossMinor.proven
            expect(Math.abs(fallen - expected)).toBeLessThanOrEqual(1e-9 * before.portfolio.lossMinor.inherent)
          }
        }
      }),
      { numRuns: 400 },
    )
  }, 60_000)
})
