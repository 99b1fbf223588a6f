import type { AccessLimits } from '@sinew/core/access/access-limits.ts'
import { instantsOf } from '@sinew/core/evidence-room/room-period.ts'
import { type RawBuilder, sql } from 'kysely'

/**
 * Whether what a piece speaks of, its period or else the day it was collected, meets some days. The names refer to
 * `evidence` of the query around.
 */
export function evidenceMeets(days: { readonly from: string; readonly until: string }): RawBuilder<boolean> {
  const { from, before } = instantsOf(days)
  return sql<boolean>`(coalesce(evidence.period_from, evidence.collected_at) < ${before}
    and coalesce(evidence.period_to, evidence.collected_at) >= ${from})`
}

/** The days a reader may see evidence of; null where they may see all. */
export function readableDays({ readFrom, readUntil }: AccessLimits) {
  if (readFrom === null && readUntil === null) return null
  return { from: readFrom ?? '0001-01-01', until: readUntil ?? '9999-12-30' }
}
