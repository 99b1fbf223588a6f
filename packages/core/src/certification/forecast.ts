import { normalCdf, normalQuantile } from '../loss/normal.ts'
import { uniform } from '../loss/simulate/random-stream.ts'
import { dayMs } from '../time/calendar.ts'
import { orderTasks, type PlanTask } from './plan-network.ts'

/** Before anything is done: plans are met on average, within a factor of 1.4 two times in three; that weighs as three tasks. */
const prior = { tasks: 3, logRatio: 0, deviation: 0.35 } as const
const runs = 4_000
const seed = 27_001

export type Pace = {
  /** How many tasks are done with a beginning and an end. */
  readonly done: number
  /** How long tasks take for each planned day, in the middle. */
  readonly ratio: number
  readonly deviation: number
  /** How unsure the ratio itself is. */
  readonly error: number
}

/**
 * How long tasks take against their plan: a lognormal law of actual over planned days, from the done tasks and the prior above
 * (normal mean of the log ratios with the prior as pseudo-observations).
 */
export function observedPace(tasks: readonly PlanTask[]): Pace {
  const logs = tasks.flatMap(({ startedAt, doneAt, plannedDays }) => {
    if (startedAt === null || doneAt === null) return []
    const days = Math.max(1, (Date.parse(doneAt) - Date.parse(startedAt)) / dayMs)
    return [Math.log(days / plannedDays)]
  })
  const weight = prior.tasks + logs.length
  const mean = (prior.tasks * prior.logRatio + logs.reduce((sum, one) => sum + one, 0)) / weight
  const spread =
    prior.tasks * (prior.deviation ** 2 + (prior.logRatio - mean) ** 2) +
    logs.reduce((sum, one) => sum + (one - mean) ** 2, 0)
  const deviation = Math.sqrt(spread / weight)
  return { done: logs.length, ratio: Math.exp(mean), deviation, error: deviation / Math.sqrt(weight) }
}

export type TaskForecast = {
  readonly ref: string
  readonly title: string
  readonly isDone: boolean
  readonly fromAt: string
  readonly untilAt: string
  /** In how many of the runs it was on the path that decided the end. */
  readonly criticalShare: number
}

export type PlanForecast = {
  readonly p10: string
  readonly p50: string
  readonly p90: string
  readonly pace: Pace
  readonly tasks: readonly TaskForecast[]
  /** What drives the date most, first: references of tasks that are not done. */
  readonly drivers: readonly string[]
  readonly runs: number
}

/**
 * When the last task will be done: the remaining durations are drawn from the observed pace, common to all in one part and each
 * on its own in another; a task begins when those before it are done, and not before now. What is under way is drawn from what
 * is longer than it already took.
 * @returns null where nothing is planned
 */
export function forecastPlan(tasks: readonly PlanTask[], now: number): PlanForecast | null {
  if (tasks.length === 0) return null
  const ordered = orderTasks(tasks)
  const place = new Map(ordered.map(({ ref }, at) => [ref, at]))
  const before = ordered.map(({ after }) => after.flatMap((ref) => place.get(ref) ?? []))
  const pace = observedPace(tasks)
  const ends = new Float64Array(runs)
  const critical = new Float64Array(ordered.length)
  const sums = { from: new Float64Array(ordered.length), until: new Float64Array(ordered.length) }
  const until = new Float64Array(ordered.length)
  for (let run = 0; run < runs; run += 1) {
    const common = Math.log(pace.ratio) + pace.error * normalQuantile(uniform(seed, run, 0))
    for (const [at, task] of ordered.entries()) {
      const ready = Math.max(now, ...(before[at] ?? []).map((one) => until[one] ?? now))
      const from = task.startedAt === null ? ready : Date.parse(task.startedAt)
      until[at] =
        task.doneAt === null
          ? from + drawnDays(task, from, ready, common, pace, run, at) * dayMs
          : Date.parse(task.doneAt)
      sums.from[at] =
        (sums.from[at] ?? 0) +
        (task.doneAt !== null && task.startedAt === null ? Date.parse(task.doneAt) - task.plannedDays * dayMs : from)
      sums.until[at] = (sums.until[at] ?? 0) + (until[at] ?? 0)
    }
    ends[run] = tracePath(until, before, critical)
  }
  const sorted = ends.toSorted()
  const at = (share: number) => new Date(sorted[Math.floor(share * (runs - 1))] ?? now).toISOString()
  const forecasts = ordered.map(
    ({ ref, title, doneAt }, index): TaskForecast => ({
      ref,
      title,
      isDone: doneAt !== null,
      fromAt: new Date((sums.from[index] ?? 0) / runs).toISOString(),
      untilAt: new Date((sums.until[index] ?? 0) / runs).toISOString(),
      criticalShare: (critical[index] ?? 0) / runs,
    }),
  )
  const drivers = forecasts
    .filter(({ isDone, criticalShare }) => !isDone && criticalShare >= 0.2)
    .toSorted((a, b) => weightOf(b, tasks) - weightOf(a, tasks))
    .slice(0, 5)
    .map(({ ref }) => ref)
  return { p10: at(0.1), p50: at(0.5), p90: at(0.9), pace, tasks: forecasts, drivers, runs }
}

/** How many days a task takes in one run; what was begun takes longer than it already has. */
function drawnDays(
  task: PlanTask,
  from: number,
  ready: number,
  common: number,
  pace: Pace,
  run: number,
  at: number,
): number {
  const u = uniform(seed, run, at + 1)
  const log = (p: number) => common + pace.deviation * normalQuantile(Math.min(Math.max(p, 1e-9), 1 - 1e-9))
  if (task.startedAt === null) return Math.max(1, task.plannedDays * Math.exp(log(u)))
  const passed = Math.max(0, (ready - from) / dayMs)
  const least = passed <= 0 ? 0 : normalCdf((Math.log(passed / task.plannedDays) - common) / pace.deviation)
  return Math.max(passed, task.plannedDays * Math.exp(log(least + u * (1 - least))))
}

/** Goes back from the last end over those that decided it, and counts them. @returns the last end */
function tracePath(until: Float64Array, before: readonly (readonly number[])[], critical: Float64Array): number {
  let at = 0
  for (let index = 1; index < until.length; index += 1) if ((until[index] ?? 0) > (until[at] ?? 0)) at = index
  const end = until[at] ?? 0
  for (;;) {
    critical[at] = (critical[at] ?? 0) + 1
    const [first, ...rest] = before[at] ?? []
    if (first === undefined) return end
    at = rest.reduce((last, one) => ((until[one] ?? 0) > (until[last] ?? 0) ? one : last), first)
  }
}

/** A long task that is often critical moves the date most. */
function weightOf({ ref, criticalShare }: TaskForecast, tasks: readonly PlanTask[]): number {
  return criticalShare * (tasks.find((task) => task.ref === ref)?.plannedDays ?? 0)
}
