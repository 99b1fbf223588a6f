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
  return (
    (day?.kind === 'day' && day.isEnd === true) ||
    work.some(
      (one) =>
        one.due === field &&
        Object.entries(one.unless ?? {}).every(([key, values]) => !values.includes(record[key] as string | boolean)),
    )
  )
}
