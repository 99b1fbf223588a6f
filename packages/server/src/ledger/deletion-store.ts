import type { Deletion } from '@sinew/contract/ledger/ledger-contract.ts'
import type { LedgerRow } from '@sinew/core/ledger/diff-rows.ts'
import { type EntityName, entityNames, ledgeredEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { nameSubject } from '@sinew/core/ledger/name-subject.ts'
import { type DeletedRow, deletionRoots } from '@sinew/core/ledger/restore-rules.ts'
import { type SelectQueryBuilder, sql } from 'kysely'
import type { Reader } from '../context.ts'
import type { Database } from '../db/database.ts'
import type { Page } from '../db/list-page.ts'
import { loadNames } from './subject-names.ts'

const restorable = entityNames.filter((name) => ledgeredEntities[name].restore !== null)
/** Enough to say what a deletion was about; a page never carries a whole bulk deletion. */
const mostNamed = 20

/** Deletions nothing of which has come back, by the request that made them. */
function openDeletions(db: Reader) {
  return db
    .selectFrom('revision')
    .where('revision.operation', '=', 'delete')
    .where('revision.entity', 'in', restorable)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('revision as later')
            .select('later.seq')
            .whereRef('later.entity', '=', 'revision.entity')
            .whereRef('later.entity_id', '=', 'revision.entity_id')
            .whereRef('later.seq', '>', 'revision.seq'),
        ),
      ),
    )
}

export async function listDeleted(
  db: Reader,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<Page<Deletion>> {
  const requests = await openDeletions(db)
    .select(['revision.request_id', sql<number>`count(*)::int`.as('row_count')])
    .select(sql<number>`count(*) over ()::int`.as('total'))
    .groupBy('revision.request_id')
    .orderBy(sql`max(revision.seq)`, 'desc')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute()
  const rows = await deletedRows(
    db,
    requests.map((request) => request.request_id),
  )
  const nameOf = await loadNames(
    db,
    rows.map(({ row }) => row),
    null,
  )
  const items = requests.flatMap(({ request_id, row_count }) => {
    const own = rows.filter((row) => row.requestId === request_id)
    const first = own[0]
    if (first === undefined) return []
    const roots = deletionRoots(own).filter(({ entity }) => !ledgeredEntities[entity].background)
    return {
      deletionId: request_id,
      at: first.at.toISOString(),
      actor: first.actor,
      reason: first.reason,
      items: roots.slice(0, mostNamed).map(({ entity, id, row }) => ({
        entity,
        entityId: id,
        ...nameSubject(entity, row, nameOf),
      })),
      rowCount: row_count,
    }
  })
  return { items, total: requests[0]?.total ?? 0, page, pageSize }
}

export type DeletedRevision = DeletedRow & {
  readonly requestId: string
  readonly at: Date
  readonly reason: string
  readonly actor: Deletion['actor']
}

/** Every row these requests deleted, in no order. */
export async function deletedRows(db: Reader, requestIds: readonly string[]): Promise<readonly DeletedRevision[]> {
  if (requestIds.length === 0) return []
  const revisions: SelectQueryBuilder<Database, 'revision', object> = db
    .selectFrom('revision')
    .where('request_id', 'in', requestIds)
    .where('operation', '=', 'delete')
  const rows = await revisions.selectAll().execute()
  return rows.map((row) => ({
    entity: row.entity as EntityName,
    id: row.entity_id,
    row: row.row as LedgerRow,
    requestId: row.request_id,
    at: row.at,
    reason: row.reason,
    actor: { kind: row.actor_kind as Deletion['actor']['kind'], id: row.actor_id, name: row.actor_name },
  }))
}
