import { describe, expect, test } from 'vitest'
import type { EvidenceInput } from '../chain/chain-snapshot.ts'
import { aNeed, anEvidence, day } from '../test/sample-chain.ts'
import { standNeed } from './need-standing.ts'

const kOfN = (passed: number, expected: number) => ({ kind: 'k_of_n', passed, expected }) as const
const fail = { kind: 'fail' } as const

describe('a need with cadence 100 days, its newest piece collected on day 0', () => {
  test.each<[string, Partial<EvidenceInput>, number, number, string, string]>([
    // what, the piece, day → φ·r·p, proof, reason
    ['observed pass', {}, 10, 1, 'proven', 'current'],
    ['due pass', {}, 90, 1, 'proven', 'due'],
    ['stale pass', {}, 150, 0.5, 'stale', 'stale'],
    ['attested pass', { provenance: 'attested' }, 10, 1, 'proven', 'current'],
    ['declared pass', { provenance: 'declared' }, 10, 0.7, 'proven', 'current'],
    ['declared and stale', { provenance: 'declared' }, 150, 0.35, 'stale', 'stale'],
    ['generated text', { provenance: 'generated' }, 10, 0, 'unproven', 'generated'],
    ['withdrawn pass', { state: 'withdrawn' }, 10, 0, 'unproven', 'withdrawn'],
    ['rejected pass', { state: 'rejected' }, 10, 0, 'unproven', 'rejected'],
    ['design for operation', { nature: 'design' }, 10, 0, 'unproven', 'design_only'],
    ['dated ahead', { collectedAt: day(20) }, 10, 0, 'unproven', 'dated_ahead'],
    ['fail', { result: fail }, 10, 0, 'failing', 'failed'],
    ['withdrawn fail', { result: fail, state: 'withdrawn' }, 10, 0, 'failing', 'failed'],
    ['rejected fail', { result: fail, state: 'rejected' }, 10, 0, 'failing', 'failed'],
    ['old fail', { result: fail }, 1000, 0, 'failing', 'failed'],
    ['9 of 10', { result: kOfN(9, 10) }, 10, 0.9, 'proven', 'current'],
    ['8 of 10', { result: kOfN(8, 10) }, 10, 0.8, 'proven', 'current'],
    ['79 of 100', { result: kOfN(79, 100) }, 10, 0.79, 'failing', 'failed'],
    ['withdrawn 7 of 10', { result: kOfN(7, 10), state: 'withdrawn' }, 10, 0, 'failing', 'failed'],
    ['0 of 10', { result: kOfN(0, 10) }, 10, 0, 'failing', 'failed'],
    ['0 of 0', { result: kOfN(0, 0) }, 10, 0, 'unproven', 'nothing_tested'],
    ['3 of 0', { result: kOfN(3, 0) }, 10, 0, 'unproven', 'nothing_tested'],
    ['12 of 10', { result: kOfN(12, 10) }, 10, 1, 'proven', 'current'],
    ['NaN of 10', { result: kOfN(Number.NaN, 10) }, 10, 0, 'failing', 'failed'],
    ['5 of NaN', { result: kOfN(5, Number.NaN) }, 10, 0, 'unproven', 'nothing_tested'],
  ])('%s', (_what, piece, now, share, proof, reason) => {
    const standing = standNeed(aNeed({ cadenceDays: 100, newest: anEvidence(piece) }), day(now))
    expect(standing.share).toBeCloseTo(share, 12)
    expect(standing.proof).toBe(proof)
    expect(standing.reason).toBe(reason)
  })

  test('a design document proves a design need', () => {
    const need = aNeed({ nature: 'design', cadenceDays: 100, newest: anEvidence({ nature: 'design' }) })
    expect(standNeed(need, day(1))).toMatchObject({ share: 1, proof: 'proven' })
  })

  test('an operation record also proves a design need', () => {
    const need = aNeed({ nature: 'design', cadenceDays: 100, newest: anEvidence({ nature: 'operation' }) })
    expect(standNeed(need, day(1)).share).toBe(1)
  })

  test('no piece at all: unproven, missing', () => {
    expect(standNeed(aNeed({ newest: null }), day(1))).toMatchObject({ share: 0, proof: 'unproven', reason: 'missing' })
  })

  test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('weight %s counts as none', (weight) => {
    expect(standNeed(aNeed({ weight }), day(1)).weight).toBe(0)
  })
})
