import { describe, expect, test } from 'vitest'
import type { ChainSnapshot } from '../chain/chain-snapshot.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day, million } from '../test/sample-chain.ts'
import { explainMovements } from './explain-movements.ts'
import type { ChangeCause, Movement } from './movement.ts'

/** What happened between two days, told by the given changes. */
function between(
  before: ChainSnapshot,
  from: number,
  after: ChainSnapshot,
  to: number,
  causes: readonly ChangeCause[] = [],
): readonly Movement[] {
  return explainMovements({ snapshot: before, at: day(from) }, { snapshot: after, at: day(to) }, causes)
}

const byDoe = (entity: ChangeCause['entity'], id: string, reason: string | null = null): ChangeCause => {
  return { entity, id, operation: 'update', actorName: 'J. Doe', at: day(5), reason }
}

// Money to whole minor units: the rest is rounding of the logarithms.
const value = (number: number | string | null) =>
  typeof number === 'number' && number > 1000 ? Math.round(number) : number
const effects = (movement: Movement | undefined) =>
  movement?.chain.map(
    ({ entity, quantity, before, after }) => `${entity} ${quantity} ${value(before)} → ${value(after)}`,
  )

// One control that halves how often ransomware (€400k a year) happens, proven by a restore test every 180 days.
const fresh = aSnapshot()

describe('the passing of time', () => {
  test('a restore test 90 days late halves the proof, costs money and reopens the acceptance', () => {
    const movements = between(fresh, 10, fresh, 270)
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'Restore test 90 days late → A.8.13 assurance 1.00 → 0.50 → R-12 Ransomware, expected yearly loss €200k → €300k → all risks, 1-in-10-year loss €400k → €800k' +
        ' → acceptance by J. Doe of 1 Jan 2026 reopened → SoA A.8.13 proven → stale',
    ])
    expect(effects(movements[0])).toEqual([
      'need provenShare 1 → 0.5',
      'need proof proven → stale',
      'control assurance 1 → 0.5',
      `risk provenLoss ${20 * million} → ${30 * million}`,
      `portfolio provenLoss ${20 * million} → ${30 * million}`,
      `portfolio assuranceGap 0 → ${10 * million}`,
      `portfolio provenTail ${40 * million} → ${80 * million}`,
      expect.stringMatching(/^portfolio appetiteRatio 0\.2961\d* → 0\.8121\d*$/),
      'acceptance standing valid → reopened',
      'soa_line proof proven → stale',
    ])
    expect(movements[0]).toMatchObject({
      kind: 'time',
      at: day(270),
      episodeKey: 'late evidence evidence-1',
      cause: { entity: 'evidence', ref: 'E-40', operation: 'time', actorName: null, since: day(180), at: day(270) },
    })
    expect(movements[0]?.gapDeltaMinor).toBeCloseTo(10 * million, 3)
    const reopened = movements[0]?.chain.find((effect) => effect.entity === 'acceptance')
    expect(reopened?.detail).toBe('The proven expected yearly loss grew from €200k to €300k, by more than 20 %.')
  })

  test('nothing moves while everything is valid', () => {
    expect(between(fresh, 10, fresh, 180)).toEqual([])
  })

  test('daily decay of one piece is one story', () => {
    const first = between(fresh, 180, fresh, 181)[0]
    const second = between(fresh, 181, fresh, 182)[0]
    expect(first?.episodeKey).toBe(second?.episodeKey)
    expect(first?.sentence).toMatch(/^Restore test 1 day late → A\.8\.13 assurance 1\.00 → 0\.99/)
    expect(second?.sentence).toMatch(/^Restore test 2 days late → A\.8\.13 assurance 0\.99 → 0\.98/)
  })

  test('an acceptance expires', () => {
    const renewed = aSnapshot({
      controls: [aControl({ needs: [aNeed({ newest: anEvidence({ collectedAt: day(300) }) })] })],
    })
    const movements = between(renewed, 364, renewed, 366)
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'Acceptance of R-12 by J. Doe of 1 Jan 2026 expired on 1 Jan 2027',
    ])
    expect(effects(movements[0])).toEqual(['acceptance standing valid → reopened'])
  })

  test('a collector falls silent', () => {
    const collector = { id: 'collector-1', name: 'Prowler', cadenceDays: 7, active: true, lastReportAt: day(0) }
    const chain = aSnapshot({ collectors: [collector] })
    expect(between(chain, 1, chain, 20).map((movement) => movement.sentence)).toEqual([
      'Collector Prowler last reported 20 days ago; it should report every 7 days',
    ])
  })
})

describe('evidence', () => {
  const withPiece = (piece: Parameters<typeof anEvidence>[0]) =>
    aSnapshot({ controls: [aControl({ needs: [aNeed({ newest: anEvidence(piece) })] })] })

  test('a failed test takes the proof away, by name', () => {
    const after = withPiece({ id: 'evidence-2', number: 41, collectedAt: day(5), result: { kind: 'fail' } })
    const movements = between(fresh, 4, after, 6, [byDoe('evidence', 'evidence-2')])
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'New evidence E-41 Restore test report by J. Doe: fail → A.8.13 assurance 1.00 → 0.00 → R-12 Ransomware,' +
        ' expected yearly loss €200k → €400k → all risks, 1-in-10-year loss €400k → €800k' +
        ' → appetite exceeded: 1 year in 12 costs more than €1M; allowed is 1 year in 20 → acceptance by J. Doe of 1 Jan 2026 reopened → SoA A.8.13 proven → failing',
    ])
    expect(movements[0]?.cause).toMatchObject({ actorName: 'J. Doe', at: day(5), ref: 'E-41', operation: 'update' })
  })

  test('withdrawing a piece leaves a hole, with the reason', () => {
    const movements = between(fresh, 4, withPiece({ state: 'withdrawn' }), 6, [
      byDoe('evidence', 'evidence-1', 'wrong system'),
    ])
    expect(movements[0]?.headline).toBe('E-40 Restore test report withdrawn by J. Doe (wrong system)')
    expect(movements[0]?.chain.at(-1)).toMatchObject({ entity: 'soa_line', before: 'proven', after: 'unproven' })
  })

  test('one report that proves three controls is one movement', () => {
    const report = anEvidence({ id: 'evidence-9', number: 50, title: 'Prowler report', collectedAt: day(5) })
    const controls = (newest: typeof report | null) =>
      [1, 2, 3].map((n) =>
        aControl({
          id: `control-${n}`,
          ref: `A.8.${n}`,
          needs: [aNeed({ id: `need-${n}`, title: `Scan ${n}`, newest })],
        }),
      )
    const movements = between(aSnapshot({ controls: controls(null) }), 4, aSnapshot({ controls: controls(report) }), 6)
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'New evidence E-50 Prowler report: pass → A.8.1 assurance 0.00 → 1.00 (and 2 more controls) → R-12 Ransomware,' +
        ' expected yearly loss €400k → €200k → all risks, 1-in-10-year loss €800k → €400k' +
        ' → appetite kept again: 1 year in 68 costs more than €1M; allowed is 1 year in 20 → acceptance by J. Doe of 1 Jan 2026 valid again' +
        ' → SoA A.8.1 unproven → proven (and 2 more lines)',
    ])
  })

  test('the newest of several changes names the cause, whatever their order', () => {
    const earlier = { ...byDoe('evidence', 'evidence-1'), actorName: 'A. Roe', at: day(4.5) }
    for (const causes of [
      [earlier, byDoe('evidence', 'evidence-1')],
      [byDoe('evidence', 'evidence-1'), earlier],
    ]) {
      const [movement] = between(fresh, 4, withPiece({ state: 'withdrawn' }), 6, causes)
      expect(movement?.cause).toMatchObject({ actorName: 'J. Doe', at: day(5) })
    }
  })

  test('a change that nobody recorded keeps its object as cause', () => {
    const movements = between(fresh, 4, withPiece({ state: 'rejected' }), 6)
    expect(movements[0]?.cause).toMatchObject({ entity: 'evidence', id: 'evidence-1', actorName: null, at: day(6) })
  })
})

describe('decisions', () => {
  test('removing a failing need raises the assurance, and says who decided it and why', () => {
    const failing = aNeed({ id: 'need-2', title: 'Access review', newest: null })
    const before = aSnapshot({ controls: [aControl({ needs: [aNeed(), failing] })], acceptances: [] })
    const movements = between(before, 4, aSnapshot({ acceptances: [] }), 6, [byDoe('need', 'need-2', 'not our system')])
    expect(movements.map((movement) => [movement.kind, movement.sentence])).toEqual([
      [
        'decision',
        'Need “Access review” of A.8.13 removed by J. Doe (not our system) → A.8.13 assurance 0.50 → 1.00 → R-12 Ransomware,' +
          ' expected yearly loss €300k → €200k → all risks, 1-in-10-year loss €800k → €400k → SoA A.8.13 unproven → proven',
      ],
    ])
  })

  test('excluding a control is a decision of its own kind', () => {
    const after = aSnapshot({ controls: [aControl({ applicable: false })] })
    const movements = between(fresh, 4, after, 6, [byDoe('control', 'control-1', 'moved to a supplier')])
    expect(movements[0]?.kind).toBe('decision')
    expect(movements[0]?.sentence).toBe(
      'A.8.13 Information backup excluded from the Statement of Applicability by J. Doe (moved to a supplier)' +
        ' → A.8.13 assurance 1.00 → 0.00 → R-12 Ransomware, expected yearly loss €200k → €400k → all risks, 1-in-10-year loss €400k → €800k' +
        ' → appetite exceeded: 1 year in 12 costs more than €1M; allowed is 1 year in 20' +
        ' → acceptance by J. Doe of 1 Jan 2026 reopened → SoA A.8.13 proven → excluded',
    )
  })

  test('including a control and implementing it at once are two movements, each with its own part', () => {
    const before = aSnapshot({
      controls: [aControl({ applicable: false, implementation: 'planned' })],
      acceptances: [],
    })
    const movements = between(before, 4, aSnapshot({ acceptances: [] }), 6, [byDoe('control', 'control-1')])
    expect(movements.map((movement) => [movement.kind, movement.sentence])).toEqual([
      [
        'decision',
        'A.8.13 Information backup included in the Statement of Applicability by J. Doe → R-12 Ransomware,' +
          ' target yearly loss €400k → €200k → SoA A.8.13 excluded → unproven',
      ],
      [
        'control',
        'A.8.13 Information backup planned → implemented by J. Doe → A.8.13 assurance 0.00 → 1.00 → R-12 Ransomware,' +
          ' expected yearly loss €400k → €200k → all risks, 1-in-10-year loss €800k → €400k' +
          ' → appetite kept again: 1 year in 68 costs more than €1M; allowed is 1 year in 20 → SoA A.8.13 unproven → proven',
      ],
    ])
  })

  test('a longer cadence is a decision, a shorter one is not', () => {
    const stale = (cadenceDays: number) => aSnapshot({ controls: [aControl({ needs: [aNeed({ cadenceDays })] })] })
    expect(between(stale(90), 180, stale(365), 180)[0]).toMatchObject({
      kind: 'decision',
      headline: 'Need “Restore test” of A.8.13 every 90 → 365 days',
    })
    expect(between(stale(365), 180, stale(90), 180)[0]).toMatchObject({
      kind: 'control',
      headline: 'Need “Restore test” of A.8.13 strengthened',
    })
  })

  test('switching a collector off', () => {
    const collectors = (active: boolean) => [
      { id: 'collector-1', name: 'Prowler', cadenceDays: 7, active, lastReportAt: day(0) },
    ]
    const movements = between(
      aSnapshot({ collectors: collectors(true) }),
      1,
      aSnapshot({ collectors: collectors(false) }),
      2,
    )
    expect(movements[0]).toMatchObject({ kind: 'decision', sentence: 'Collector Prowler switched off' })
  })
})

describe('controls, risks, people and the methodology', () => {
  test('a control that becomes implemented moves what is claimed and what is proven', () => {
    const before = aSnapshot({ controls: [aControl({ implementation: 'planned' })], acceptances: [] })
    const movements = between(before, 4, aSnapshot({ acceptances: [] }), 6, [byDoe('control', 'control-1')])
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'A.8.13 Information backup planned → implemented by J. Doe → A.8.13 assurance 0.00 → 1.00 → R-12 Ransomware,' +
        ' expected yearly loss €400k → €200k → all risks, 1-in-10-year loss €800k → €400k' +
        ' → appetite kept again: 1 year in 68 costs more than €1M; allowed is 1 year in 20 → SoA A.8.13 unproven → proven',
    ])
  })

  test('a new risk comes with its price', () => {
    const movements = between(aSnapshot({ risks: [], acceptances: [] }), 4, aSnapshot({ acceptances: [] }), 6)
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'R-12 Ransomware added → R-12 Ransomware, expected yearly loss €0 → €200k → all risks, 1-in-10-year loss €0 → €400k',
    ])
  })

  test('a closed risk leaves the sum', () => {
    const closed = aSnapshot({ risks: [aRisk({ status: 'closed' })], acceptances: [] })
    const movements = between(aSnapshot({ acceptances: [] }), 4, closed, 6)
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'R-12 Ransomware closed → all risks, expected yearly loss €200k → €0 → all risks, 1-in-10-year loss €400k → €0',
    ])
  })

  test('an owner who leaves takes the acceptance along', () => {
    const people = fresh.people.map((person) => ({ ...person, active: person.id !== 'person-1' }))
    const movements = between(fresh, 4, { ...fresh, people }, 6)
    expect(movements.map((movement) => movement.sentence)).toEqual([
      'J. Doe left, recorded → acceptance by J. Doe of 1 Jan 2026 reopened',
    ])
  })

  test('a new methodology version reopens what was accepted under the old one', () => {
    const after = { ...fresh, methodology: { ...fresh.methodology, version: 2 } }
    const movements = between(fresh, 4, after, 6)
    expect(movements[0]?.sentence).toBe('Methodology version 2 in force → acceptance by J. Doe of 1 Jan 2026 reopened')
  })

  test('two roots that cancel each other do not reopen an acceptance on the way', () => {
    // The evidence of one control is withdrawn while another, just as strong, is proven for the first time.
    const link = { effect: 'frequency', reduction: { low: 0.5, high: 0.5 } } as const
    const risk = aRisk({ links: ['a', 'b'].map((id) => ({ ...link, controlId: `control-${id}` })) })
    const chain = (provenId: string) =>
      aSnapshot({
        risks: [risk],
        controls: ['a', 'b'].map((id) => {
          const newest = anEvidence({ id: `evidence-${id}`, state: id === provenId ? 'active' : 'withdrawn' })
          return aControl({ id: `control-${id}`, ref: `A.8.${id}`, needs: [aNeed({ id: `need-${id}`, newest })] })
        }),
      })
    const movements = between(chain('a'), 4, chain('b'), 6)
    expect(movements).toHaveLength(2)
    expect(movements.flatMap((movement) => movement.chain).filter(({ entity }) => entity === 'acceptance')).toEqual([])
  })
})
