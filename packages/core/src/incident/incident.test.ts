import { describe, expect, it } from 'vitest'
import {
  type IncidentFacts,
  incidentMoveRefusals,
  incidentRefusals,
  sharedLossRefusals,
  totalLoss,
} from './incident-rules.ts'
import { dueOf, standingOf, suggestedClocks } from './notification-clock.ts'

const hour = 3_600_000
const aware = Date.UTC(2026, 0, 31, 10)
const start = { awareAt: aware, classifiedAt: aware + 2 * hour, earlier: {} }
const dueAfter = (...given: Parameters<typeof dueOf>) => (dueOf(...given).at - aware) / hour

describe('clocks of notifications', () => {
  it.each([
    ['gdpr_authority', 72],
    ['nis2_early', 24],
    ['nis2_notification', 72],
    // Four hours after it was classified.
    ['dora_initial', 6],
    // Three days after the initial notification is due.
    ['dora_intermediate', 78],
  ] as const)('%s runs out %i hours after awareness', (regime, hours) => {
    expect(dueAfter(regime, start, null)).toBe(hours)
  })

  it('counts a contract as it says, and a final report by a month of the calendar', () => {
    expect(dueAfter('contract', start, 48)).toBe(48)
    const told = Date.UTC(2026, 0, 31, 9)
    expect(dueOf('nis2_final', { ...start, earlier: { nis2_notification: told } }, null).at).toBe(
      Date.UTC(2026, 1, 28, 9),
    )
  })

  it('gives DORA a day from awareness at the latest, classified or not', () => {
    expect(dueAfter('dora_initial', { ...start, classifiedAt: null }, null)).toBe(24)
    expect(dueAfter('dora_initial', { ...start, classifiedAt: aware + 30 * hour }, null)).toBe(24)
    expect(dueAfter('dora_initial', { ...start, classifiedAt: aware - hour }, null)).toBe(3)
  })

  it.each([
    [{ state: 'running', notifiedAt: null }, 10, 'running'],
    [{ state: 'running', notifiedAt: null }, 60, 'soon'],
    [{ state: 'running', notifiedAt: null }, 73, 'late'],
    [{ state: 'running', notifiedAt: aware + 72 * hour }, 99, 'met'],
    [{ state: 'running', notifiedAt: aware + 73 * hour }, 99, 'met_late'],
    [{ state: 'not_needed', notifiedAt: null }, 99, 'not_needed'],
  ] as const)('%o stands after %i hours as %s', (clock, hours, standing) => {
    expect(standingOf({ ...clock, dueAt: aware + 72 * hour }, aware, aware + hours * hour)).toBe(standing)
  })

  it('are put forward with the reason, until somebody decides', () => {
    const contract = { id: 'o', title: 'Clinic contract', notifyHours: 24 }
    const of = (
      personalData: string,
      severity: string,
      decided: { regime: string; obligationId: string | null }[] = [],
    ) => suggestedClocks({ personalData, severity }, [contract], decided).map(({ regime }) => regime)
    expect(of('no', 'low')).toEqual(['contract'])
    expect(of('yes', 'low')).toEqual(['gdpr_authority', 'contract'])
    expect(of('yes', 'high')).toEqual(['gdpr_authority', 'gdpr_persons', 'nis2_early', 'dora_initial', 'contract'])
    expect(of('no', 'low', [{ regime: 'contract', obligationId: 'o' }])).toEqual([])
    expect(of('no', 'high', [{ regime: 'nis2_early', obligationId: null }])).toContain('nis2_notification')
  })
})

describe('an incident', () => {
  const ready: IncidentFacts = {
    severity: 'high',
    category: 'phishing',
    personalData: 'yes',
    assigneeId: 'p',
    containment: 'x',
    recovery: 'x',
    cause: 'x',
    lessons: 'x',
    noRiskReason: '',
    noticedAt: aware,
    occurredAt: null,
    risks: 1,
    clocks: [{ regime: 'gdpr_authority', state: 'told' }],
  }
  const codes = (change: Partial<IncidentFacts>, to: Parameters<typeof incidentMoveRefusals>[1]) =>
    incidentMoveRefusals({ ...ready, ...change }, to).map(({ code }) => code)

  it('takes each step once what belongs to it is written down', () => {
    for (const to of ['incident', 'contained', 'recovered', 'lessons', 'closed'] as const)
      expect(codes({}, to)).toEqual([])
    expect(codes({ severity: 'undecided', category: 'unsorted', assigneeId: null }, 'incident')).toEqual([
      'no-severity',
      'no-category',
      'no-assignee',
    ])
    expect(codes({ containment: '' }, 'contained')).toEqual(['no-containment'])
    expect(codes({ recovery: '' }, 'recovered')).toEqual(['no-recovery'])
    expect(codes({ cause: '', lessons: '' }, 'lessons')).toEqual(['no-cause', 'no-lessons'])
  })

  it('closes when every notification is made or reasoned away, and its risks are named', () => {
    expect(codes({ personalData: 'unknown' }, 'closed')).toEqual(['personal-data-unknown'])
    expect(codes({ clocks: [] }, 'closed')).toEqual(['notification-undecided'])
    expect(codes({ clocks: [{ regime: 'gdpr_authority', state: 'not_needed' }] }, 'closed')).toEqual([])
    expect(codes({ clocks: [{ regime: 'gdpr_authority', state: 'running' }] }, 'closed')).toEqual(['clocks-running'])
    expect(codes({ risks: 0 }, 'closed')).toEqual(['no-risk'])
    expect(codes({ risks: 0, noRiskReason: 'A drill' }, 'closed')).toEqual([])
  })

  it('happened before it was noticed, and was noticed already', () => {
    const of = (noticedAt: number, occurredAt: number | null) =>
      incidentRefusals({ noticedAt, occurredAt }, aware).map(({ code }) => code)
    expect(of(aware, aware - hour)).toEqual([])
    expect(of(aware + hour, null)).toEqual(['noticed-in-future'])
    expect(of(aware, aware + 1)).toEqual(['noticed-before'])
  })

  it('is counted once, however many risks it was', () => {
    expect(totalLoss([null, 300, null, 200])).toBe(500)
    expect(totalLoss([null, null])).toBe(null)
    expect(sharedLossRefusals(500, 500)).toEqual([])
    expect(sharedLossRefusals(500, 501)).toMatchObject([{ code: 'loss-counted-twice' }])
    expect(sharedLossRefusals(null, 1)).toMatchObject([{ code: 'loss-counted-twice' }])
  })
})
