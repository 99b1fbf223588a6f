import { describe, expect, test } from 'vitest'
import { aControl, aNeed, anAcceptance, anEvidence, aRisk, aSnapshot, day } from '../test/sample-chain.ts'
import type { ChainSnapshot } from './chain-snapshot.ts'
import { deriveChain } from './derive-chain.ts'

const attention = (fields: Partial<ChainSnapshot>, t = day(1)) => deriveChain(aSnapshot(fields), t).attention
const sentences = (fields: Partial<ChainSnapshot>, t = day(1)) =>
  attention(fields, t).map(({ kind, sentence }) => [kind, sentence])
const needing = (need: Parameters<typeof aNeed>[0]) => ({
  controls: [aControl({ needs: [aNeed(need)] })],
  acceptances: [],
  risks: [],
})
const action = {
  id: 'a',
  number: 7,
  riskId: 'risk-1',
  controlId: null,
  title: 'Buy insurance',
  ownerId: 'person-2',
  dueAt: day(40),
  doneAt: null,
  costMinor: null,
}

describe('what should be done', () => {
  test('nothing, where everything is fresh and accepted', () => {
    expect(attention({})).toEqual([])
  })

  test.each<[string, Partial<ChainSnapshot>, number, readonly (readonly [string, string])[]]>([
    ['due', needing({}), 150, [['evidence_due', 'A.8.13 Restore test: to be renewed soon.']]],
    ['stale', needing({}), 214, [['evidence_stale', 'A.8.13 Restore test: 34 days late.']]],
    ['missing', needing({ newest: null }), 1, [['evidence_missing', 'A.8.13 Restore test: no evidence yet.']]],
    [
      'rejected',
      needing({ newest: anEvidence({ state: 'rejected' }) }),
      1,
      [['evidence_missing', 'A.8.13 Restore test: the latest piece was rejected.']],
    ],
    [
      'failing',
      needing({ newest: anEvidence({ result: { kind: 'fail' } }) }),
      1,
      [['evidence_failing', 'A.8.13 Restore test: the latest test failed.']],
    ],
    ['missing, but it weighs nothing', needing({ newest: null, weight: 0 }), 1, []],
    [
      'missing, but nothing is in place',
      {
        controls: [aControl({ implementation: 'planned', needs: [aNeed({ newest: null })] })],
        acceptances: [],
        risks: [],
      },
      1,
      [],
    ],
    ['an action far off', { actions: [action] }, 1, []],
    ['an action soon', { actions: [action] }, 10, [['action_due', 'T-7 Buy insurance is due on 10 Feb 2026.']]],
    ['an action overdue', { actions: [action] }, 42, [['action_overdue', 'T-7 Buy insurance is 2 days overdue.']]],
    ['an action done', { actions: [{ ...action, doneAt: day(5) }] }, 42, []],
    [
      'an acceptance soon over',
      { acceptances: [anAcceptance({ expiresAt: day(30) })] },
      1,
      [['acceptance_expiring', 'The acceptance by J. Doe of 1 Jan 2026 of R-12 Ransomware ends on 31 Jan 2026.']],
    ],
    [
      'an acceptance over',
      { acceptances: [anAcceptance({ expiresAt: day(1) })] },
      1,
      [
        [
          'acceptance_reopened',
          'The acceptance by J. Doe of 1 Jan 2026 of R-12 Ransomware is open again. It expired on 2 Jan 2026.',
        ],
      ],
    ],
    [
      'reopened before',
      { acceptances: [anAcceptance({ status: 'reopened' })] },
      1,
      [['acceptance_reopened', 'The acceptance by J. Doe of 1 Jan 2026 of R-12 Ransomware is open again.']],
    ],
    [
      'accepted by nobody',
      { acceptances: [] },
      1,
      [['risk_unaccepted', 'R-12 Ransomware is high and not accepted by its owner.']],
    ],
    [
      'taken back',
      { acceptances: [anAcceptance({ status: 'withdrawn' })] },
      1,
      [['risk_unaccepted', 'R-12 Ransomware is high and not accepted by its owner.']],
    ],
    [
      'not estimated any more',
      { risks: [aRisk({ frequency: null })], acceptances: [] },
      1,
      [['risk_unestimated', 'R-12 Ransomware has no usable estimate.']],
    ],
    ['a draft may be unfinished', { risks: [aRisk({ status: 'draft', frequency: null })], acceptances: [] }, 1, []],
    [
      'a closed risk asks for nothing',
      { risks: [aRisk({ status: 'closed' })], acceptances: [anAcceptance({ expiresAt: day(0) })] },
      1,
      [],
    ],
  ])('%s', (_what, fields, now, expected) => {
    expect(sentences(fields, day(now))).toEqual(expected)
  })

  test('a collector is missed only where it serves', () => {
    const collectors = [{ id: 'c', name: 'Prowler', cadenceDays: 7, active: true, lastReportAt: null }]
    expect(attention({ collectors })).toEqual([])
    const served = { collectors, controls: [aControl({ needs: [aNeed({ collectorId: 'c' })] })] }
    expect(attention(served).map(({ kind }) => kind)).toEqual(['collector_silent'])
  })

  test('the most worth first, then the longest due, each for its owner', () => {
    const cheap = aControl({
      id: 'control-2',
      ref: 'A.8.1',
      ownerId: 'person-2',
      needs: [aNeed({ id: 'need-2', newest: null })],
    })
    const dear = aControl({ needs: [aNeed({ newest: null })] })
    const items = attention({ controls: [cheap, dear], actions: [{ ...action, dueAt: day(-3) }], acceptances: [] })
    expect(items.map(({ id, personId }) => [id, personId])).toEqual([
      ['need-1', 'person-1'],
      ['a', 'person-2'],
      ['need-2', 'person-2'],
      ['risk-1', 'person-1'],
    ])
    expect(items[0]?.worthMinor).toBeCloseTo(14_000_000, 2)
  })
})
