import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { present } from '../db/time-travel.ts'

/** The newest transaction seen in the organisation's ledger, and the one before which all were over when this reader began. */
export type LedgerEnd = { readonly organizationId: string; readonly last: bigint; readonly overBefore: bigint }

export async function readLedgerEnd(db: Reader): Promise<LedgerEnd | null> {
  const row = await present(db)
    .selectFrom('revision')
    .select('organization_id')
    .select([
      'revision.written_by as last',
      sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('over_before'),
    ])
    .orderBy('organization_id', 'desc')
    .orderBy('written_by', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (row === undefined) return null
  return { organizationId: row.organization_id, last: BigInt(row.last), overBefore: BigInt(row.over_before) }
}
