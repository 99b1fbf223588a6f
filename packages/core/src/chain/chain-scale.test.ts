import { describe, expect, test } from 'vitest'
import { explainMovements } from '../movement/explain-movements.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day } from '../test/sample-chain.ts'
import type { ChainSnapshot, ControlLink, EvidenceInput } from './chain-snapshot.ts'
import { deriveChain } from './derive-chain.ts'
import { lookAhead } from './look-ahead.ts'

/** Counts how often pieces of evidence and links are looked at: the work, without a clock. */
function counted(count: { reads: number }): {
  readonly piece: (piece: EvidenceInput) => EvidenceInput
  readonly link: (link: ControlLink) => ControlLink
} {
  const watch = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(of, name, receiver) {
        count.reads++
        return Reflect.get(of, name, receiver) as unknown
      },
    })
  return { piece: watch, link: watch }
}

function organisation(controls: number, risks: number, count: { reads: number }): ChainSnapshot {
  const { piece, link } = counted(count)
  return aSnapshot({
    controls: Array.from({ length: controls }, (_, c) =>
      aControl({
        id: `control-${c}`,
        ref: `A.8.${c}`,
        needs: [30, 90, 365].map((cadenceDays, n) =>
          aNeed({
            id: `need-${c}-${n}`,
            cadenceDays,
            newest: piece(anEvidence({ id: `evidence-${c}-${n}`, collectedAt: day(-((c * 7 + n * 31) % 400)) })),
          }),
        ),
      }),
    ),
    risks: Array.from({ length: risks }, (_, r) =>
      aRisk({
        id: `risk-${String(r).padStart(5, '0')}`,
        number: r,
        links: Array.from({ length: 5 }, (_, i) =>
          link({
            controlId: `control-${(r * 7 + i * 13) % controls}`,
            effect: 'frequency',
            reduction: { low: 0.1, high: 0.3 },
          }),
        ),
      }),
    ),
    acceptances: [],
  })
}

describe('work grows with the organisation, not faster', () => {
  test.each<[string, (snapshot: ChainSnapshot) => unknown]>([
    ['deriving it', (snapshot) => deriveChain(snapshot, day(10))],
    ['looking ahead', (snapshot) => lookAhead(snapshot, day(10), day(40), 3)],
    [
      'telling what a day changed',
      (snapshot) => explainMovements({ snapshot, at: day(10) }, { snapshot, at: day(11) }, []),
    ],
  ])('%s: 300 controls and 1,000 risks against a tenth of it', (_what, work) => {
    const reads = (controls: number, risks: number) => {
      const count = { reads: 0 }
      const snapshot = organisation(controls, risks, count)
      work(snapshot)
      return count.reads
    }
    const small = reads(30, 100)
    expect(small).toBeGreaterThan(500)
    // Ten times as much, and a little because stale pieces are not spread evenly.
    expect(reads(300, 1000)).toBeLessThan(small * 12)
  })
})
