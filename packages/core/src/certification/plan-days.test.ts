import { expect, it } from 'vitest'
import { planDays } from './plan-days.ts'

const day = (of: number) => Date.UTC(2026, 2, of)
const iso = (of: number | null) => (of === null ? null : new Date(day(of)).toISOString())
const task = (ref: string, plannedDays: number, after: string[], started: number | null, done: number | null) => ({
  ref,
  title: ref,
  plannedDays,
  after,
  startedAt: iso(started),
  doneAt: iso(done),
})

it('gives each open task of a plan its day, from what is done, under way and still waits', () => {
  const tasks = [
    task('PT-1', 5, [], 1, 4),
    task('PT-2', 3, ['PT-1'], null, null),
    task('PT-3', 4, ['PT-2'], null, null),
    task('PT-4', 10, [], 6, null),
    task('PT-5', 2, [], null, null),
  ]
  const days = planDays(tasks, day(1), day(20))
  expect(days).toEqual([
    { ref: 'PT-2', fromAt: day(4), dueAt: day(7) },
    { ref: 'PT-3', fromAt: day(20), dueAt: day(24) },
    { ref: 'PT-4', fromAt: day(6), dueAt: day(16) },
    { ref: 'PT-5', fromAt: day(1), dueAt: day(3) },
  ])
})
