import { describe, expect, it } from 'vitest'
import { dayMs } from '../time/calendar.ts'
import { forecastPlan, observedPace } from './forecast.ts'
import { orderTasks, type PlanTask, planNetwork, refuseCircle } from './plan-network.ts'
import { planTemplate } from './plan-template.ts'

const now = Date.parse('2026-03-01T12:00:00Z')
const iso = (days: number) => new Date(now + days * dayMs).toISOString()
const task = (ref: string, plannedDays: number, after: string[] = [], more: Partial<PlanTask> = {}): PlanTask => {
  return { ref, title: ref, plannedDays, after, startedAt: null, doneAt: null, ...more }
}
const daysTo = (day: string | undefined) => (Date.parse(day ?? '') - now) / dayMs

describe('a plan', () => {
  const plan = [
    task('PT-1', 10),
    task('PT-2', 30, ['PT-1']),
    task('PT-3', 5, ['PT-1']),
    task('PT-4', 2, ['PT-2', 'PT-3']),
  ]
  it('has a critical path: what has no slack', () => {
    expect(planNetwork(plan)).toEqual([
      { ref: 'PT-1', fromDay: 0, toDay: 10, slackDays: 0 },
      { ref: 'PT-2', fromDay: 10, toDay: 40, slackDays: 0 },
      { ref: 'PT-3', fromDay: 10, toDay: 15, slackDays: 25 },
      { ref: 'PT-4', fromDay: 40, toDay: 42, slackDays: 0 },
    ])
  })
  it('has no circles', () => {
    expect(refuseCircle(plan)).toEqual([])
    expect(refuseCircle([task('PT-1', 1, ['PT-2']), task('PT-2', 1, ['PT-1'])])[0]?.message).toBe(
      'PT-1 waits for itself: a plan has no circles.',
    )
  })
  it('of a usual company takes about nine months, over method, risk, statement, controls, records, audit and both stages', () => {
    const usual = planTemplate.map(({ key, title, days, after }) => task(key, days, [...after], { title }))
    const path = planNetwork(usual)
      .filter(({ slackDays }) => slackDays === 0)
      .map(({ ref }) => ref)
    expect(Math.max(...planNetwork(usual).map(({ toDay }) => toDay))).toBeGreaterThan(260)
    expect(Math.max(...planNetwork(usual).map(({ toDay }) => toDay))).toBeLessThan(300)
    for (const key of ['scope', 'workshops', 'soa', 'evidence', 'audit', 'stage1', 'stage2', 'decision'])
      expect([...path, 'stage1']).toContain(key)
    expect(orderTasks(usual)).toHaveLength(usual.length)
    expect(planTemplate.flatMap(({ after }) => after).every((key) => planTemplate.some((one) => one.key === key))).toBe(
      true,
    )
  })
})

describe('the pace', () => {
  it('is as planned before anything is done, and known the better the more is', () => {
    const fresh = observedPace([task('PT-1', 10)])
    expect(fresh).toMatchObject({ done: 0, ratio: 1, deviation: 0.35 })
    const slow = Array.from({ length: 12 }, (_, at) =>
      task(`PT-${at}`, 10, [], { startedAt: iso(-60), doneAt: iso(-40) }),
    )
    const learned = observedPace(slow)
    expect(learned.done).toBe(12)
    // Twelve tasks took twice as long, and the prior weighs as three that were met: 2^(12/15).
    expect(learned.ratio).toBeCloseTo(2 ** 0.8, 10)
    expect(learned.error).toBeLessThan(fresh.error)
  })
})

describe('the forecast', () => {
  it('of one task agrees with its law: the median and the tenth part of a lognormal', () => {
    const forecast = forecastPlan([task('PT-1', 100)], now)
    // Deviation of the log: 0.35 of the task and 0.35/√3 of the pace.
    const sigma = Math.hypot(0.35, 0.35 / Math.sqrt(3))
    expect(daysTo(forecast?.p50)).toBeGreaterThan(97)
    expect(daysTo(forecast?.p50)).toBeLessThan(103)
    expect(daysTo(forecast?.p10) / (100 * Math.exp(-1.2816 * sigma))).toBeCloseTo(1, 1)
    expect(daysTo(forecast?.p90) / (100 * Math.exp(1.2816 * sigma))).toBeCloseTo(1, 1)
    expect(forecastPlan([], now)).toBeNull()
  })

  it('is the same whenever it is made of the same', () => {
    const plan = [task('PT-1', 10), task('PT-2', 20, ['PT-1'])]
    expect(forecastPlan(plan, now)).toEqual(forecastPlan(plan, now))
  })

  it('moves out when what is done took longer than planned, and in when it took less', () => {
    const plan = (days: number) => [
      ...Array.from({ length: 6 }, (_, at) => task(`PT-${at}`, 10, [], { startedAt: iso(-days), doneAt: iso(0) })),
      task('PT-9', 100, ['PT-0']),
    ]
    const [fast, even, slow] = [5, 10, 20].map((days) => daysTo(forecastPlan(plan(days), now)?.p50))
    expect(fast).toBeLessThan((even ?? 0) - 20)
    expect(slow).toBeGreaterThan((even ?? 0) + 30)
  })

  it('never says that something late is finished: what is under way takes longer than it did', () => {
    const late = forecastPlan([task('PT-1', 10, [], { startedAt: iso(-30) })], now)
    expect(daysTo(late?.p10)).toBeGreaterThanOrEqual(0)
    expect(daysTo(late?.p50)).toBeGreaterThan(1)
    const idle = forecastPlan([task('PT-1', 10)], now + 50 * dayMs)
    expect(daysTo(idle?.p50)).toBeGreaterThan(55)
  })

  it('names what decides the date', () => {
    const plan = [task('PT-1', 100), task('PT-2', 5), task('PT-3', 20, ['PT-1', 'PT-2'])]
    const forecast = forecastPlan(plan, now)
    expect(forecast?.drivers).toEqual(['PT-1', 'PT-3'])
    expect(forecast?.tasks.map(({ criticalShare }) => criticalShare)).toEqual([1, 0, 1])
  })
})
