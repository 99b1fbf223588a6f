import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compliances,
  conclusionWords,
  type KeepingControl,
  type ObligationFact,
  standObligation,
} from './compliance.ts'

const day = (text: string) => Date.parse(`${text}T12:00:00Z`)
const proven = { ref: 'A.8.13', proof: 'proven' } as const
const stale = { ref: 'A.5.30', proof: 'stale' } as const
const reviewed = (conclusion: 'compliant' | 'partly' | 'not_compliant') => ({
  number: 1,
  at: day('2026-01-10'),
  conclusion,
})
const dueAt = day('2026-07-10')

describe('an obligation', () => {
  test.each<[string, ObligationFact, string, string]>([
    [
      'never reviewed',
      { newest: null, dueAt, controls: [proven] },
      '2026-02-01',
      'not_known: Never reviewed: whether it is met is not known.',
    ],
    [
      'found compliant and proven',
      { newest: reviewed('compliant'), dueAt, controls: [proven] },
      '2026-02-01',
      'compliant: Compliant by the review of 10 Jan 2026, and what keeps it is proven.',
    ],
    [
      'kept by a control with stale evidence',
      { newest: reviewed('compliant'), dueAt, controls: [proven, stale] },
      '2026-02-01',
      'claimed: Found compliant by the review of 10 Jan 2026, but not proven now. A.5.30 has stale evidence.',
    ],
    [
      'kept by nothing',
      { newest: reviewed('compliant'), dueAt, controls: [] },
      '2026-02-01',
      'claimed: Found compliant by the review of 10 Jan 2026, but not proven now. No control keeps it.',
    ],
    [
      'whose review is overdue',
      { newest: reviewed('compliant'), dueAt, controls: [proven] },
      '2026-08-01',
      'not_known: Its review was due on 10 Jul 2026: whether it is still met is not known.',
    ],
    [
      'found wanting, and not looked at since',
      { newest: reviewed('not_compliant'), dueAt, controls: [proven] },
      '2026-08-01',
      'not_compliant: Not compliant by the review of 10 Jan 2026, and the next review was due on 10 Jul 2026.',
    ],
    [
      'partly met',
      { newest: reviewed('partly'), dueAt, controls: [{ ref: 'A.8.1', proof: 'excluded' }] },
      '2026-02-01',
      'partly: Partly compliant by the review of 10 Jan 2026. A.8.1 is left out of the statement.',
    ],
  ])('%s says so', (_, fact, at, expected) => {
    const { status, sentence, doubt } = standObligation(fact, day(at))
    expect(`${status}: ${[sentence, doubt].filter(Boolean).join(' ')}`).toBe(expected)
  })

  const proofs = fc.constantFrom<KeepingControl['proof']>('proven', 'stale', 'failing', 'unproven', 'excluded')
  const facts = fc.record({
    newest: fc.option(
      fc.record({
        number: fc.constant(1),
        at: fc.constant(day('2026-01-10')),
        conclusion: fc.constantFrom(...(Object.keys(conclusionWords) as (keyof typeof conclusionWords)[])),
      }),
    ),
    dueAt: fc.option(fc.integer({ min: day('2026-01-11'), max: day('2027-01-01') })),
    controls: fc.array(fc.record({ ref: fc.constantFrom('A.5.1', 'A.8.8'), proof: proofs }), { maxLength: 4 }),
  })
  const rank = (fact: ObligationFact, at: number) => compliances.indexOf(standObligation(fact, at).status)

  test('never stands better because time passed, proof went or nobody said when to look again', () => {
    fc.assert(
      fc.property(facts, fc.nat(700), fc.nat(400), proofs, (fact, first, more, proof) => {
        const at = day('2026-01-11') + first * 86_400_000
        const now = rank(fact, at)
        expect(rank(fact, at + more * 86_400_000)).toBeGreaterThanOrEqual(now)
        expect(rank({ ...fact, dueAt: null }, at)).toBeGreaterThanOrEqual(now)
        const [one, ...rest] = fact.controls
        if (one?.proof === 'proven')
          expect(rank({ ...fact, controls: [{ ...one, proof }, ...rest] }, at)).toBeGreaterThanOrEqual(now)
      }),
    )
  })
})
