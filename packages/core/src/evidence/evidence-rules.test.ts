import { describe, expect, test } from 'vitest'
import { day, day0 } from '../test/sample-chain.ts'
import {
  type EvidenceDraft,
  evidenceRefusals,
  reviewRefusals,
  serveRefusals,
  withdrawRefusals,
} from './evidence-rules.ts'

const draft: EvidenceDraft = {
  title: 'Restore test report',
  result: { kind: 'pass' },
  collectedAt: day0,
  validUntil: null,
  periodFrom: null,
  periodTo: null,
}
const kOfN = (passed: number, expected: number) => ({ result: { kind: 'k_of_n', passed, expected } as const })
const codes = (refusals: readonly { readonly code: string }[]) => refusals.map((refusal) => refusal.code)

describe('a piece of evidence', () => {
  test.each<[string, Partial<EvidenceDraft>, readonly string[]]>([
    ['as it should be', {}, []],
    ['without title', { title: ' ' }, ['evidence-untitled']],
    ['collected this moment', { collectedAt: day(1) }, []],
    ['collected tomorrow', { collectedAt: day(2) }, ['evidence-dated-ahead']],
    ['collected at no time', { collectedAt: Number.NaN }, ['evidence-dated-ahead']],
    ['valid for a while', { validUntil: day(30) }, []],
    ['valid until before', { validUntil: day(-1) }, ['evidence-ends-before-collection']],
    ['valid for no time', { validUntil: day0 }, ['evidence-ends-before-collection']],
    ['for a period', { periodFrom: day(-90), periodTo: day(0) }, []],
    ['for a period that runs backwards', { periodFrom: day(0), periodTo: day(-90) }, ['evidence-period']],
    ['9 of 10', kOfN(9, 10), []],
    ['0 of 10', kOfN(0, 10), []],
    ['11 of 10', kOfN(11, 10), ['evidence-result']],
    ['0 of 0', kOfN(0, 0), ['evidence-result']],
    ['-1 of 10', kOfN(-1, 10), ['evidence-result']],
    ['1.5 of 10', kOfN(1.5, 10), ['evidence-result']],
    ['NaN of 10', kOfN(Number.NaN, 10), ['evidence-result']],
  ])('%s', (_what, fields, expected) => {
    expect(codes(evidenceRefusals({ ...draft, ...fields }, day(1)))).toEqual(expected)
  })

  test('serves a need only if it could prove it', () => {
    const need = (nature: 'design' | 'operation') => ({ nature, title: 'Restore test' })
    const piece = { nature: 'operation', provenance: 'observed' } as const
    expect(serveRefusals(piece, need('operation'))).toEqual([])
    expect(serveRefusals(piece, need('design'))).toEqual([])
    expect(serveRefusals({ ...piece, nature: 'design' }, need('design'))).toEqual([])
    expect(codes(serveRefusals({ ...piece, nature: 'design' }, need('operation')))).toEqual(['evidence-design-only'])
    expect(codes(serveRefusals({ ...piece, provenance: 'generated' }, need('design')))).toEqual(['evidence-generated'])
  })

  test('is reviewed by somebody else, rejected and withdrawn with a reason', () => {
    const review = { reviewerId: 'a', submitterId: 'b', result: 'accepted', note: '' } as const
    expect(reviewRefusals(review)).toEqual([])
    expect(codes(reviewRefusals({ ...review, submitterId: 'a' }))).toEqual(['evidence-own-review'])
    expect(codes(reviewRefusals({ ...review, result: 'rejected' }))).toEqual(['evidence-rejected-without-reason'])
    expect(reviewRefusals({ ...review, result: 'rejected', note: 'wrong system' })).toEqual([])
    expect(codes(withdrawRefusals('active', ' '))).toEqual(['evidence-withdrawn-without-reason'])
    expect(codes(withdrawRefusals('withdrawn', 'again'))).toEqual(['evidence-already-withdrawn'])
    expect(withdrawRefusals('rejected', 'wrong system')).toEqual([])
  })
})
