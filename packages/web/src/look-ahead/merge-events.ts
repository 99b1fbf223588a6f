import type { LookAheadEvent } from '@sinew/core/chain/look-ahead-events.ts'

/** What happens at one moment to one control is one entry: a piece runs out, and its line turns with it. */
export type MergedEvent = Omit<LookAheadEvent, 'sentence'> & { readonly sentences: readonly string[] }

export const eventGroups = ['evidence', 'risks', 'acceptances', 'collectors', 'insurance'] as const
export type EventGroup = (typeof eventGroups)[number]

const groupOf: Readonly<Record<LookAheadEvent['kind'], EventGroup>> = {
  evidence_stale: 'evidence',
  soa_line: 'evidence',
  risk_level: 'risks',
  acceptance_reopens: 'acceptances',
  acceptance_expires: 'acceptances',
  collector_silent: 'collectors',
  insurance_ends: 'insurance',
}

export const eventGroupOf = (event: Pick<LookAheadEvent, 'kind'>): EventGroup => groupOf[event.kind]

/** Events in their order, those of one control and moment told together under the gravest of their kinds. */
export function mergeEvents(events: readonly LookAheadEvent[]): readonly MergedEvent[] {
  const merged = new Map<string, MergedEvent>()
  for (const { sentence, ...event } of events) {
    const isOfControl = eventGroupOf(event) === 'evidence'
    const key = isOfControl ? `${event.ref} ${event.at}` : `${event.kind} ${event.id} ${event.at}`
    const known = merged.get(key)
    const first = known === undefined || event.kind === 'soa_line' ? event : known
    merged.set(key, { ...first, at: event.at, sentences: [...(known?.sentences ?? []), sentence] })
  }
  return [...merged.values()]
}
