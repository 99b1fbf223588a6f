import { describe, expect, test } from 'vitest'
import type { ControlInput, NeedInput } from '../chain/chain-snapshot.ts'
import { aControl, aNeed, anEvidence, day } from '../test/sample-chain.ts'
import { deriveControl } from './derive-control.ts'

const pass = (id: string, weight = 1): NeedInput => aNeed({ id, weight, cadenceDays: 100 })
const declared = (id: string, weight = 1) =>
  aNeed({ id, weight, cadenceDays: 100, newest: anEvidence({ provenance: 'declared' }) })
const failed = (id: string, weight = 1) => aNeed({ id, weight, newest: anEvidence({ result: { kind: 'fail' } }) })
const empty = (id: string, weight = 1) => aNeed({ id, weight, newest: null })

describe('assurance a = g · Σ wφrp / Σw and the proof of the line', () => {
  test.each<[string, Partial<ControlInput>, number, number, string]>([
    // what, the control, day → assurance, proof
    ['one fresh pass', { needs: [pass('1')] }, 1, 1, 'proven'],
    ['one stale pass, one half-life late', { needs: [pass('1')] }, 150, 0.5, 'stale'],
    ['pass and declared', { needs: [pass('1'), declared('2')] }, 1, 0.85, 'proven'],
    ['pass of weight 3 and nothing of weight 1', { needs: [pass('1', 3), empty('2')] }, 1, 0.75, 'unproven'],
    ['pass and failure', { needs: [pass('1'), failed('2')] }, 1, 0.5, 'failing'],
    ['a failing need of weight 0 asks nothing', { needs: [pass('1'), failed('2', 0)] }, 1, 1, 'proven'],
    ['no need', { needs: [] }, 1, 0, 'unproven'],
    ['only needs of weight 0', { needs: [pass('1', 0)] }, 1, 0, 'unproven'],
    ['partly, 40 %', { implementation: 'partly', partlyShare: 0.4, needs: [pass('1')] }, 1, 0.4, 'proven'],
    ['partly, 0 %', { implementation: 'partly', partlyShare: 0, needs: [pass('1')] }, 1, 0, 'unproven'],
    ['partly, 140 %', { implementation: 'partly', partlyShare: 1.4, needs: [pass('1')] }, 1, 1, 'proven'],
    ['partly, NaN', { implementation: 'partly', partlyShare: Number.NaN, needs: [pass('1')] }, 1, 0, 'unproven'],
    ['planned', { implementation: 'planned', needs: [pass('1')] }, 1, 0, 'unproven'],
    ['planned and failing', { implementation: 'planned', needs: [failed('1')] }, 1, 0, 'failing'],
    ['not started', { implementation: 'not_started', needs: [pass('1')] }, 1, 0, 'unproven'],
    ['excluded', { applicable: false, needs: [pass('1')] }, 1, 0, 'excluded'],
  ])('%s', (_what, fields, now, assurance, proof) => {
    const derived = deriveControl(aControl(fields), day(now))
    expect(derived.assurance).toBeCloseTo(assurance, 12)
    expect(derived.proof).toBe(proof)
  })

  test('a proven control with a need in its last fifth is due', () => {
    expect(deriveControl(aControl({ needs: [pass('1')] }), day(79)).due).toBe(false)
    expect(deriveControl(aControl({ needs: [pass('1')] }), day(80)).due).toBe(true)
    expect(deriveControl(aControl({ needs: [pass('1')] }), day(101)).due).toBe(false)
  })

  test('an excluded control claims nothing either', () => {
    expect(deriveControl(aControl({ applicable: false }), day(1)).claimedShare).toBe(0)
  })
})
