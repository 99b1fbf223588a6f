import type { RateProposal } from '@sinew/contract/back-test/back-test-fields.ts'
import type { EvidenceInput } from '@sinew/core/back-test/rate-evidence.ts'
import type { Occurrence, OccurrenceKind, Period } from '@sinew/core/occurrence/occurrence.ts'
import { inGroups } from '../chain/in-groups.ts'
import type { Reader } from '../context.ts'

/** What is recorded of risks: of all that anything is recorded of, or of one. */
export type Records = {
  /** Ids of risks with an occurrence or with a watched period of their own. */
  readonly riskIds: readonly string[]
  /** Whether any period is vouched for on all risks: then every risk is held against it. */
  readonly watchesAll: boolean
  readonly of: (riskId: string) => EvidenceInput
  readonly watchedByAll: readonly Period[]
  readonly occurrences: readonly Occurrence[]
}

const nothing = { occurrenceIds: [], periods: [] }

export async function loadRecords(db: Reader, riskId?: string): Promise<Records> {
  const rows = await loadOccurrences(db, riskId)
  const occurrences = inGroups(rows, (row) => row.risk_id, toOccurrence)
  const watches = await loadWatches(db, riskId)
  const watchedByAll = watches.filter((row) => row.risk_id === null).map(toPeriod)
  const ownWatches = inGroups(
    watches.filter((row) => row.risk_id !== null),
    (row) => row.risk_id ?? '',
    toPeriod,
  )
  const counted = await loadCounted(db, riskId)
  return {
    riskIds: [...new Set([...occurrences.keys(), ...ownWatches.keys()])],
    watchesAll: watchedByAll.length > 0,
    watchedByAll,
    occurrences: rows.map(toOccurrence),
    of: (id) => ({
      occurrences: occurrences.get(id) ?? [],
      watched: [...watchedByAll, ...(ownWatches.get(id) ?? [])],
      counted: counted.get(id) ?? nothing,
    }),
  }
}

function loadOccurrences(db: Reader, riskId: string | undefined) {
  const rows = db.selectFrom('risk_occurrence').select(['id', 'risk_id', 'kind', 'occurred_at', 'loss_minor'])
  return (riskId === undefined ? rows : rows.where('risk_id', '=', riskId)).orderBy('occurred_at').execute()
}

type OccurrenceRow = Awaited<ReturnType<typeof loadOccurrences>>[number]

const toOccurrence = (row: OccurrenceRow): Occurrence => ({
  id: row.id,
  kind: row.kind as OccurrenceKind,
  at: row.occurred_at.getTime(),
  lossMinor: row.loss_minor,
})

function loadWatches(db: Reader, riskId: string | undefined) {
  const rows = db.selectFrom('occurrence_watch').select(['risk_id', 'watched_from', 'watched_until'])
  if (riskId === undefined) return rows.execute()
  return rows.where((where) => where.or([where('risk_id', '=', riskId), where('risk_id', 'is', null)])).execute()
}

const toPeriod = (row: { readonly watched_from: Date; readonly watched_until: Date }): Period => ({
  from: row.watched_from.getTime(),
  until: row.watched_until.getTime(),
})

/** What accepted updates rest on, by risk. */
async function loadCounted(
  db: Reader,
  riskId: string | undefined,
): Promise<ReadonlyMap<string, EvidenceInput['counted']>> {
  const rows = db.selectFrom('rate_update').select(['risk_id', 'pinned']).where('decision', '=', 'accepted')
  const accepted = await (riskId === undefined ? rows : rows.where('risk_id', '=', riskId)).execute()
  // Written by the decision alone, and kept as it was by the database.
  const pinned = inGroups(
    accepted,
    (row) => row.risk_id,
    (row) => row.pinned as RateProposal,
  )
  return new Map(
    [...pinned].map(([id, proposals]) => [
      id,
      {
        occurrenceIds: proposals.flatMap((one) => one.occurrenceIds),
        periods: proposals.flatMap((one) =>
          one.periods.map(({ from, until }) => ({ from: Date.parse(from), until: Date.parse(until) })),
        ),
      },
    ]),
  )
}
