import { dayMs } from '../time/calendar.ts'
import { alertSteps, type CycleFacts, deadlinesOf, type ExternalAudit } from './deadlines.ts'

export type CycleWork = {
  readonly key: string
  readonly what: 'Hold' | 'Renew' | 'Restore'
  readonly title: string
  readonly rule: string
  readonly dueAt: number
  readonly shownFrom: number
}

/** How early a deadline of a cycle comes onto the list: with the first of its alerts. */
export const cycleHorizonDays = Math.max(...alertSteps)

/**
 * What a certification cycle asks for: its deadlines that are not met. An audit that is planned in time stands for its deadline;
 * to restore a certificate is nobody's work before it has expired.
 */
export function cycleWork(cycle: CycleFacts, audits: readonly ExternalAudit[], now: number): readonly CycleWork[] {
  const open = deadlinesOf(cycle, audits, now).filter(({ state }) => state !== 'done')
  const hasExpired = open.some(({ key, state }) => key === 'expiry' && state === 'late')
  const isPlanned = (key: string, dueAt: number) =>
    audits.some(({ kind, state, endsAt }) => kind === key && state === 'planned' && Date.parse(endsAt) <= dueAt)
  return open.flatMap(({ key, title, rule, dueAt: day }) => {
    const dueAt = Date.parse(day)
    if (isPlanned(key, dueAt) || (key === 'restore' && !hasExpired)) return []
    const what = key === 'expiry' ? 'Renew' : key === 'restore' ? 'Restore' : 'Hold'
    return [{ key, what, title, rule, dueAt, shownFrom: dueAt - cycleHorizonDays * dayMs }]
  })
}
