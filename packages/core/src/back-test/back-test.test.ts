import { describe, expect, it } from 'vitest'
import type { SharesOf } from '../loss/price-risk.ts'
import { yearMs } from '../occurrence/periods.ts'
import { aRisk } from '../test/sample-chain.ts'
import { estimatorBackTests, groupBackTest } from './back-test-groups.ts'
import { backTestRisk, type EstimateInForce, type RiskRecord } from './back-test-risk.ts'
import { yearlyTotals } from './yearly-totals.ts'

const now = Date.UTC(2026, 4, 12)
const ago = (years: number) => now - years * yearMs
const loss = (id: string, years: number, lossMinor: number | null = null) => ({
  id,
  kind: 'loss' as const,
  at: ago(years),
  lossMinor,
})
const half: SharesOf = () => ({ applicable: true, claimedShare: 1, assurance: 0.5 })
const estimate = (fields: Partial<EstimateInForce>): EstimateInForce => ({
  from: ago(2),
  until: Number.POSITIVE_INFINITY,
  frequency: { low: 2, high: 8 },
  lossMinor: { low: 10_000, high: 1_000_000 },
  lossCapMinor: null,
  assessedBy: 'ana',
  assessedByName: 'Ana',
  ...fields,
})
const record = (fields: Partial<RiskRecord> = {}): RiskRecord => ({
  risk: aRisk({
    status: 'treated',
    links: [{ controlId: 'control-1', effect: 'frequency', reduction: { low: 0.5, high: 0.5 } }],
  }),
  occurrences: [loss('a', 0.5, 50_000), loss('b', 1.5, 2_000_000), loss('c', 2.5), loss('d', 9, 1)],
  watched: [{ from: ago(3), until: now }],
  estimates: [estimate({})],
  ...fields,
})
const test = (fields: Partial<RiskRecord> = {}) => backTestRisk(record(fields), half, 0.95)

describe('a risk held against what happened', () => {
  it('counts events in watched time, with controls as claimed and as proven', () => {
    const tested = test()
    expect(tested).toMatchObject({
      watchedYears: expect.closeTo(3),
      hindcastYears: expect.closeTo(1),
      eventsOutside: 1,
      unknownLosses: 1,
      observedLossMinor: 2_050_000,
      claimed: { observed: 3 },
    })
    expect((tested.proven?.mean ?? 0) / (tested.claimed?.mean ?? 1)).toBeCloseTo(1.5)
    expect(tested.expectedLossMinor.claimed).toBeGreaterThan(0)
  })

  it('counts controls as they counted then, and today’s only where nothing is known', () => {
    const claimed = { frequency: 0.5, loss: 1 }
    const all = { frequency: 1, loss: 1 }
    const nothingProvenFrom = (years: number) => [
      { from: ago(2.5), until: ago(years), claimed, proven: claimed },
      { from: ago(years), until: Number.POSITIVE_INFINITY, claimed, proven: all },
    ]
    const ratio = ({ claimed, proven }: ReturnType<typeof test>) => (proven?.mean ?? 0) / (claimed?.mean ?? 1)
    // Half a year before anything is known counts as today: three quarters of the events are let through, as proven.
    const tested = test({ kept: nothingProvenFrom(1) })
    expect(ratio(tested)).toBeCloseTo((0.5 * 0.75 + 1.5 * 0.5 + 1) / (3 * 0.5))
    expect(tested.expectedLossMinor.proven / tested.expectedLossMinor.claimed).toBeCloseTo(2.125 / 1.5)
    expect(ratio(test({ kept: nothingProvenFrom(0) }))).toBeCloseTo(1.625 / 1.5)
    expect(ratio(test({ kept: [] }))).toBeCloseTo(1.5)
  })

  it('judges losses and estimators by what was forecast before, never by what an estimate may rest on', () => {
    const tested = test({
      estimates: [
        estimate({ until: ago(1) }),
        estimate({ from: ago(1), assessedBy: 'ben', assessedByName: 'Ben', lossMinor: { low: 1, high: 100 } }),
      ],
    })
    expect(tested.losses.map(({ occurrenceId, isHit, assessedBy }) => [occurrenceId, isHit, assessedBy])).toEqual([
      ['a', false, 'ben'],
      ['b', false, 'ana'],
    ])
    expect(tested.estimators.map(({ assessedBy, count }) => [assessedBy, count.observed])).toEqual([
      ['ana', 1],
      ['ben', 1],
    ])
  })

  it('says nothing without time that somebody vouches for, and takes no near miss for an event', () => {
    const quiet = test({ watched: [], occurrences: [{ id: 'n', kind: 'near_miss', at: ago(1), lossMinor: null }] })
    expect(quiet).toMatchObject({ claimed: null, proven: null, nearMisses: 1, eventsOutside: 0, watchedYears: 0 })
    expect(test({ estimates: [] })).toMatchObject({ claimed: null, losses: [], estimators: [] })
  })
})

describe('several together', () => {
  const tests = [test(), test({ occurrences: [] })]
  it('are summed and judged as one', () => {
    const group = groupBackTest(tests)
    expect(group).toMatchObject({ risks: 2, claimed: { observed: 3 }, losses: { judged: 2, verdict: 'too_few' } })
    expect(group.claimed?.mean).toBeCloseTo(2 * (tests[0]?.claimed?.mean ?? 0))
    expect(groupBackTest([])).toMatchObject({ risks: 0, claimed: null })
  })
  it('show how each estimator did, with too few to tell said so', () => {
    const [ana] = estimatorBackTests(tests)
    expect(ana).toMatchObject({ assessedBy: 'ana', risks: 2, intervals: { judged: 4, hits: 2, verdict: 'too_few' } })
    expect(ana?.events?.observed).toBe(2)
    expect(ana?.logScore).toBeLessThan(0)
    expect(estimatorBackTests([])).toEqual([])
  })
})

describe('what years cost', () => {
  it('goes back as far as anything is known, and says how much of a year was watched', () => {
    const years = yearlyTotals(
      [loss('a', 0.5, 100), loss('b', 1.2), loss('c', 1.3, 40)],
      [{ from: ago(1.5), until: now }],
      now,
    )
    expect(years).toMatchObject([
      { events: 1, lossMinor: 100, unknownLosses: 0, watchedShare: 1 },
      { events: 2, lossMinor: 40, unknownLosses: 1, watchedShare: expect.closeTo(0.5) },
    ])
    expect(yearlyTotals([], [], now)).toMatchObject([{ events: 0, watchedShare: 0 }])
    expect(yearlyTotals([loss('a', 40)], [], now)).toHaveLength(10)
  })
})
