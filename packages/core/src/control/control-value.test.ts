import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveChain } from '../chain/derive-chain.ts'
import { gradients } from '../loss/attribution/gradients.ts'
import { chainPortfolio, controlIdOf } from '../loss/chain-portfolio.ts'
import { arbitraryChain, arbitraryDay } from '../test/arbitrary-chain.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day, million } from '../test/sample-chain.ts'
import { controlValue } from './control-value.ts'

/** 40 million a year; two controls that each halve how often, the second proven to 0.7 only. */
const link = (controlId: string) => ({ controlId, effect: 'frequency' as const, reduction: { low: 0.5, high: 0.5 } })
const chain = aSnapshot({
  controls: [
    aControl(),
    aControl({
      id: 'control-2',
      ref: 'A.8.7',
      needs: [aNeed({ id: 'need-2', newest: anEvidence({ provenance: 'declared' }) })],
    }),
  ],
  risks: [aRisk({ links: [link('control-1'), link('control-2')] })],
})

describe('what a control is worth', () => {
  test('without it, proven further, and its share: each question has its own number', () => {
    const { without, next, share } = controlValue(chain, day(1), 'control-2')
    expect(without.proven.meanMinor / million).toBeCloseTo(20 * 0.35, 6)
    expect(without.claimed.meanMinor / million).toBeCloseTo(10, 6)
    expect(next.meanMinor / million).toBeCloseTo(20 * 0.15, 6)
    // Half of what it takes off first, 14, and half of what it takes off last, 7.
    expect(share.meanMinor / million).toBeCloseTo(10.5, 6)
    expect(share.ofMinor / million).toBeCloseTo(27, 6)
    expect(without.proven.tailMinor).toBeGreaterThan(0)
  })

  test('its return is uncertain where rates and effects are, and certain where they are not', () => {
    const costly = (fields: object) => ({
      ...chain,
      controls: chain.controls.map((one) => ({ ...one, annualCostMinor: 5 * million })),
      risks: [aRisk({ links: [link('control-1'), link('control-2')], ...fields })],
    })
    const sure = controlValue(costly({}), day(1), 'control-2').spread
    expect(sure.rosi?.low).toBeCloseTo(0.4, 6)
    expect(sure).toMatchObject({ chanceItPays: 1, rosi: { high: sure.rosi?.low } })
    const unsure = controlValue(costly({ frequency: { low: 0.1, high: 10 } }), day(1), 'control-2').spread
    expect(unsure.rosi?.low).toBeLessThan(0)
    expect(unsure.rosi?.high).toBeGreaterThan(1)
    expect(unsure.chanceItPays).toBeGreaterThan(0.1)
    expect(unsure.chanceItPays).toBeLessThan(0.9)
    expect(controlValue(chain, day(1), 'control-2').spread).toMatchObject({ rosi: null, chanceItPays: null })
  })

  test('agrees with the slopes of the engine: a little more proof brings a little of what full proof brings', () => {
    const derived = deriveChain(chain, day(1))
    const shares = new Map(derived.controls.map((control) => [control.id, control]))
    const portfolio = chainPortfolio(chain, (id) => shares.get(id), 'proven')
    const { byControl } = gradients(portfolio, { kind: 'mean' }, { keyOf: (_s, _c, id) => controlIdOf(id) })
    // One link a control, so that the mean is linear in its assurance: the slope times what is missing is what lists say.
    for (const { id, claimedShare, assurance } of derived.controls) {
      const slope = -(byControl.get(id) ?? 0)
      expect(slope * (claimedShare - assurance)).toBeCloseTo(derived.worth.byControl.get(id) ?? 0, 0)
      expect(slope * assurance).toBeCloseTo(derived.worth.kept.get(id)?.provenMinor ?? 0, 0)
    }
  })

  test('of an unknown or unlinked control is nothing', () => {
    const { without, next, share } = controlValue(chain, day(1), 'nobody')
    expect([without.proven.meanMinor, without.claimed.meanMinor, next.meanMinor, share.meanMinor]).toEqual([0, 0, 0, 0])
  })

  test('shares add up to what all take off; without it agrees with what lists sort by', () => {
    fc.assert(
      fc.property(arbitraryChain, arbitraryDay, (snapshot, at) => {
        const { worth, portfolio } = deriveChain(snapshot, at)
        const values = snapshot.controls.map(({ id }) => controlValue(snapshot, at, id))
        const slack = 1e-6 * Math.max(1, portfolio.lossMinor.inherent)
        const sum = values.reduce((all, { share }) => all + share.meanMinor, 0)
        expect(Math.abs(sum - (values[0]?.share.ofMinor ?? 0))).toBeLessThanOrEqual(slack)
        snapshot.controls.forEach(({ id }, at) => {
          const kept = worth.kept.get(id) ?? { claimedMinor: 0, provenMinor: 0 }
          expect(Math.abs((values[at]?.without.proven.meanMinor ?? 0) - kept.provenMinor)).toBeLessThanOrEqual(slack)
          expect(Math.abs((values[at]?.without.claimed.meanMinor ?? 0) - kept.claimedMinor)).toBeLessThanOrEqual(slack)
          expect(Math.abs((values[at]?.next.meanMinor ?? 0) - (worth.byControl.get(id) ?? 0))).toBeLessThanOrEqual(
            slack,
          )
        })
      }),
      { numRuns: 20 },
    )
  }, 60_000)
})
