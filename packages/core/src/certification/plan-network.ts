import { type Refusal, refuse } from '../refusal.ts'

export type PlanTask = {
  readonly ref: string
  readonly title: string
  readonly plannedDays: number
  /** References of the tasks before it. */
  readonly after: readonly string[]
  readonly startedAt: string | null
  readonly doneAt: string | null
}

/** Tasks in an order in which each comes after those it waits for; what is not in the plan is not waited for. */
export function orderTasks(tasks: readonly PlanTask[]): readonly PlanTask[] {
  const byRef = new Map(tasks.map((task) => [task.ref, task]))
  const ordered: PlanTask[] = []
  const state = new Map<string, 'open' | 'placed'>()
  const place = (task: PlanTask): void => {
    const known = state.get(task.ref)
    if (known === 'placed') return
    if (known === 'open') throw new RangeError(`${task.ref} waits for itself`)
    state.set(task.ref, 'open')
    for (const ref of task.after) {
      const before = byRef.get(ref)
      if (before !== undefined) place(before)
    }
    state.set(task.ref, 'placed')
    ordered.push(task)
  }
  for (const task of tasks) place(task)
  return ordered
}

/** Nothing waits for itself, over whatever detour. */
export function refuseCircle(tasks: readonly PlanTask[]): readonly Refusal[] {
  try {
    orderTasks(tasks)
    return []
  } catch (error) {
    if (error instanceof RangeError) return refuse('circle', `${error.message}: a plan has no circles.`)
    throw error
  }
}

export type PlannedTask = {
  readonly ref: string
  readonly fromDay: number
  readonly toDay: number
  readonly slackDays: number
}

/** The critical path method with the planned durations alone, in days from the plan's beginning. A task without slack is critical. */
export function planNetwork(tasks: readonly PlanTask[]): readonly PlannedTask[] {
  const ordered = orderTasks(tasks)
  const end = new Map<string, number>()
  const begin = new Map<string, number>()
  for (const { ref, after, plannedDays } of ordered) {
    const from = Math.max(0, ...after.map((one) => end.get(one) ?? 0))
    begin.set(ref, from)
    end.set(ref, from + plannedDays)
  }
  const whole = Math.max(0, ...end.values())
  const latest = new Map<string, number>(ordered.map(({ ref }) => [ref, whole]))
  for (const { ref, after, plannedDays } of ordered.toReversed()) {
    const start = (latest.get(ref) ?? whole) - plannedDays
    for (const one of after) if (latest.has(one)) latest.set(one, Math.min(latest.get(one) ?? whole, start))
  }
  return tasks.map(({ ref }) => {
    const toDay = end.get(ref) ?? 0
    return { ref, fromDay: begin.get(ref) ?? 0, toDay, slackDays: (latest.get(ref) ?? whole) - toDay }
  })
}
