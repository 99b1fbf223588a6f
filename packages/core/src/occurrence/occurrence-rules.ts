import type { Refusal } from '../refusal.ts'
import { dayMs, formatDay } from '../time/calendar.ts'
import type { OccurrenceKind } from './occurrence.ts'

export type OccurrenceDraft = {
  readonly kind: OccurrenceKind
  readonly occurredAt: number
  readonly discoveredAt: number
  readonly lossMinor: number | null
}

export type OccurrenceIssue = Refusal & { readonly field: keyof OccurrenceDraft }

const dayOf = (at: number): number => Math.floor(at / dayMs)

/** The noon in UTC of the day that an instant is in: how a day is kept. */
export function noonOf(at: number): number {
  return (dayOf(at) + 0.5) * dayMs
}

/** The end of the day that an instant is in. */
export function endOfDay(at: number): number {
  return (dayOf(at) + 1) * dayMs
}

/** What is wrong with what somebody tells; days are compared in UTC. */
export function occurrenceIssues(draft: OccurrenceDraft, now: number): readonly OccurrenceIssue[] {
  const { kind, occurredAt, discoveredAt, lossMinor } = draft
  const issues: OccurrenceIssue[] = []
  if (dayOf(occurredAt) > dayOf(now)) {
    issues.push({ field: 'occurredAt', code: 'occurrence-in-future', message: 'It cannot have happened yet.' })
  }
  // Once is enough for one day.
  if (dayOf(discoveredAt) > dayOf(now) && dayOf(discoveredAt) !== dayOf(occurredAt)) {
    issues.push({ field: 'discoveredAt', code: 'discovery-in-future', message: 'It cannot have come to light yet.' })
  } else if (dayOf(discoveredAt) < dayOf(occurredAt)) {
    const message = `It happened on ${formatDay(occurredAt)} and cannot have come to light before.`
    issues.push({ field: 'discoveredAt', code: 'discovered-before', message })
  }
  if (lossMinor === null) return issues
  if (kind === 'near_miss') {
    const message = 'A near miss cost nothing: leave the loss empty, or call it a loss event.'
    issues.push({ field: 'lossMinor', code: 'near-miss-with-loss', message })
  } else if (!(lossMinor > 0)) {
    const message = 'An event that cost nothing is a near miss; leave the loss empty while it is not known.'
    issues.push({ field: 'lossMinor', code: 'loss-not-positive', message })
  }
  return issues
}
