import { dayMs } from '../time/calendar.ts'
import { orderTasks, type PlanTask } from './plan-network.ts'

export type PlanDay = {
  readonly ref: string
  /** When it was, or can be, begun; of a task that waits not before today. */
  readonly fromAt: number
  readonly dueAt: number
}

/**
 * By when each open task of a plan is to be done: its planned days after it was begun, or after it could be. A task that waits for
 * others cannot be late: its day moves with theirs.
 * @param beginsAt when the plan begins, for tasks that wait for nothing
 */
export function planDays(tasks: readonly PlanTask[], beginsAt: number, today: number): readonly PlanDay[] {
  const ends = new Map<string, number>()
  const open: PlanDay[] = []
  for (const { ref, after, startedAt, doneAt, plannedDays } of orderTasks(tasks)) {
    const ready = Math.max(beginsAt, ...after.map((one) => ends.get(one) ?? beginsAt))
    const fromAt = startedAt === null ? ready : Date.parse(startedAt)
    const dueAt = fromAt + plannedDays * dayMs
    if (doneAt === null) open.push({ ref, fromAt, dueAt })
    // Whatever waits for an open task can begin today at the earliest.
    ends.set(ref, doneAt === null ? Math.max(dueAt, today) : Date.parse(doneAt))
  }
  return open
}
