import type { DueWork } from './due-work.ts'
import type { Register } from './register.ts'

const dayMs = 86_400_000

/**
 * Whether the day in `field` went by without what it was for: it is before today (UTC), and something was due by it of an
 * object like this one, or has ended on it.
 */
export function isPastDue(
  { work, computed }: Pick<Register, 'work' | 'computed'>,
  field: string,
  record: Readonly<Record<string, unknown>>,
  nowMs: number,
): boolean {
  const due = Date.parse(String(record[field]))
  if (!(Math.floor(due / dayMs) < Math.floor(nowMs / dayMs))) return false
  const day = computed[field]
  return (day?.kind === 'day' && day.isEnd === true) || work.some((one) => one.due === field && isDueOf(record, one))
}

/** Whether this is due of an object, whatever the day. */
export function isDueOf(record: Readonly<Record<string, unknown>>, { unless = {} }: DueWork): boolean {
  return Object.entries(unless).every(([key, values]) => !values.includes(record[key] as string | boolean))
}
