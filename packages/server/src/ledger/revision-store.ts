import type { Revision, listLedger as route } from '@sinew/contract/ledger/ledger-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { instantsOf, type RoomPeriod } from '@sinew/core/evidence-room/room-period.ts'
import { diffRows, type LedgerRow } from '@sinew/core/ledger/diff-rows.ts'
import { type EntityName, entityNames, ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { nameSubject } from '@sinew/core/ledger/name-subject.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'
import { readableDays } from '../db/evidence-in-period.ts'
import { containsPattern } from '../db/list-page.ts'
import { guardRows } from './guard-rows.ts'
import { fieldsByColumn } from './register-words.ts'
import { loadNames } from './subject-names.ts'

/** Revisions, each with the state before it; what came after `asOf` is left out. */
export function revisionsWithPrevious({ db, asOf, limits }: Pick<Context, 'db' | 'asOf' | 'limits'>) {
  const revisions = db
    .selectFrom('revision')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('revision as p')
          .select('p.row')
          .whereRef('p.entity', '=', 'revision.entity')
          .whereRef('p.entity_id', '=', 'revision.entity_id')
          .whereRef('p.seq', '<', 'revision.seq')
          .orderBy('p.seq', 'desc')
          .limit(1)
          .as('previous'),
      (join) => join.onTrue(),
    )
    .select([
      'revision.seq',
      'revision.entity',
      'revision.entity_id',
      'revision.operation',
      'revision.version',
      'revision.at',
      'revision.actor_kind',
      'revision.actor_id',
      'revision.actor_name',
      'revision.request_id',
      'revision.reason',
      'revision.row',
      'previous.row as previous_row',
    ])
  const days = readableDays(limits)
  return revisions
    .$if(asOf !== null, (found) => (asOf === null ? found : found.where('revision.at', '<=', asOf)))
    .$if(days !== null, (found) => (days === null ? found : found.where(within(days))))
}

/** Of a reader who is limited to a period: only what was written in it. */
function within(days: RoomPeriod) {
  const { from, before } = instantsOf(days)
  return sql<boolean>`revision.at >= ${from} and revision.at < ${before}`
}

export type RevisionRow = Awaited<ReturnType<ReturnType<typeof revisionsWithPrevious>['executeTakeFirstOrThrow']>>

/** Rows of the ledger as this reader may see them: named, and compared field by field with what was before. */
export async function toRevisions(ctx: Context, stored: readonly RevisionRow[]): Promise<Revision[]> {
  const rows = await guardRows(ctx, stored)
  const states = rows.flatMap(({ row, previous_row }) => [row, previous_row].filter((state) => state !== null))
  const nameOf = await loadNames(ctx.db, states as LedgerRow[], ctx.asOf)
  return rows.map((row) => {
    const entity = row.entity as EntityName
    const state = row.row as LedgerRow
    const before = row.operation === 'update' ? (row.previous_row as LedgerRow | null) : null
    const fields = fieldsByColumn(entity)
    const changes =
      row.operation === 'delete' ? diffRows(state, null, nameOf, fields) : diffRows(before, state, nameOf, fields)
    return {
      seq: row.seq,
      entity,
      entityId: row.entity_id,
      ...nameSubject(entity, state, nameOf),
      operation: operationOf(row),
      version: row.version,
      at: row.at.toISOString(),
      actor: { kind: row.actor_kind as Revision['actor']['kind'], id: row.actor_id, name: row.actor_name },
      requestId: row.request_id,
      reason: row.reason,
      changes: [...changes],
    }
  })
}

/** A row that is inserted again goes on counting its versions: that is how a restored one is told from a new one. */
function operationOf(row: Pick<RevisionRow, 'operation' | 'version'>): Revision['operation'] {
  if (row.operation !== 'insert') return row.operation as 'update' | 'delete'
  return row.version === 1 ? 'create' : 'restore'
}

export type LedgerFilters = Omit<ParsedQuery<typeof route>, 'asOf' | 'limit'>

const foreground = entityNames.filter((name) => !ledgeredEntities[name].background)

/** One page of the audit trail, newest first. */
export async function findRevisions(
  ctx: Context,
  filters: LedgerFilters,
  limit: number,
): Promise<{ readonly items: Revision[]; readonly nextBefore: number | null }> {
  const rows = await filtered(revisionsWithPrevious(ctx), filters)
    .orderBy('revision.seq', 'desc')
    .limit(limit)
    .execute()
  const last = rows.at(-1)
  return {
    items: await toRevisions(ctx, rows),
    nextBefore: rows.length === limit && last !== undefined ? last.seq : null,
  }
}

function filtered(revisions: ReturnType<typeof revisionsWithPrevious>, filters: LedgerFilters) {
  const { entity, actorId, operation, from, to, request, q, background, before } = filters
  let found = revisions
  if (entity) found = found.where('revision.entity', '=', entity)
  else if (background !== true) found = found.where('revision.entity', 'in', foreground)
  if (actorId !== undefined) found = found.where('revision.actor_id', '=', actorId)
  if (operation === 'update' || operation === 'delete') found = found.where('revision.operation', '=', operation)
  if (operation === 'create' || operation === 'restore') {
    found = found
      .where('revision.operation', '=', 'insert')
      .where('revision.version', operation === 'create' ? '=' : '>', 1)
  }
  if (from) found = found.where('revision.at', '>=', new Date(from))
  if (to) found = found.where('revision.at', '<', new Date(to))
  if (request) found = found.where('revision.request_id', '=', request)
  if (q) found = found.where('revision.reason', 'ilike', containsPattern(q))
  if (before !== undefined) found = found.where('revision.seq', '<', before)
  return found
}
