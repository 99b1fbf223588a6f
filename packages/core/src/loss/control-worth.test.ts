import { describe, expect, it } from 'vitest'
import { aMethodology, aRisk, million } from '../test/sample-chain.ts'
import { controlWorth } from './control-worth.ts'

// One event a year of 40 million; the sample's link takes half of the frequency.
const shares = (assurance: number) => () => ({ applicable: true, claimedShare: 1, assurance })

describe('what a control is worth in a risk', () => {
  it.each([
    [1, 20, 20],
    [0.5, 20, 10],
    [0, 20, 0],
  ])('assurance %s: claimed %s and proven %s million a year', (assurance, claimed, proven) => {
    const worth = controlWorth(aRisk(), 'control-1', shares(assurance), aMethodology())
    expect(worth?.claimedMinor).toBeCloseTo(claimed * million, 3)
    expect(worth?.provenMinor).toBeCloseTo(proven * million, 3)
  })

  it('counts what the others leave: two halves are worth a quarter each', () => {
    const half = { low: 0.4, high: 0.6 }
    const links = ['control-1', 'control-2'].map(
      (controlId) => ({ controlId, effect: 'frequency', reduction: half }) as const,
    )
    const worth = controlWorth(aRisk({ links }), 'control-1', shares(1), aMethodology())
    expect(worth?.provenMinor).toBeCloseTo(10 * million, 3)
  })

  it('is nothing for a control that is not linked, and unknown without an estimate', () => {
    expect(controlWorth(aRisk(), 'control-9', shares(1), aMethodology())).toEqual({ claimedMinor: 0, provenMinor: 0 })
    expect(controlWorth(aRisk({ frequency: null }), 'control-1', shares(1), aMethodology())).toBeNull()
  })
})
