import type { LookAheadEvent } from '@sinew/core/chain/look-ahead-events.ts'
import { expect, test } from 'vitest'
import { eventGroupOf, mergeEvents } from './merge-events.ts'

function event(kind: LookAheadEvent['kind'], ref: string, at: number, id = ref): LookAheadEvent {
  return { kind, ref, at, id, entity: 'control', label: ref, sentence: `${kind} ${ref}.` }
}

test('a piece that runs out and the line that turns with it are one entry', () => {
  const merged = mergeEvents([
    event('evidence_stale', 'A.8.13', 5, 'need'),
    event('soa_line', 'A.8.13', 5),
    event('evidence_stale', 'A.5.1', 5, 'other need'),
    event('risk_level', 'R-1', 5),
    event('evidence_stale', 'A.8.13', 9, 'need 2'),
  ])
  expect(merged.map(({ kind, ref, sentences }) => [kind, ref, sentences.length])).toEqual([
    ['soa_line', 'A.8.13', 2],
    ['evidence_stale', 'A.5.1', 1],
    ['risk_level', 'R-1', 1],
    ['evidence_stale', 'A.8.13', 1],
  ])
  expect(merged.map(eventGroupOf)).toEqual(['evidence', 'evidence', 'risks', 'evidence'])
})
