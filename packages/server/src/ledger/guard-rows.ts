import type { EstimateStatus } from '@sinew/core/estimate/estimator-rules.ts'
import { mayLook } from '@sinew/core/estimate/estimator-rules.ts'
import type { LedgerRow } from '@sinew/core/ledger/diff-rows.ts'
import { guardColumns, isGuarded } from '@sinew/core/ledger/guarded-columns.ts'
import type { EntityName } from '@sinew/core/ledger/ledgered-entities.ts'
import type { Context } from '../context.ts'
import type { RevisionRow } from './revision-store.ts'

/** Revisions without the values that are kept from this reader: what others estimate before they did, training answers of others. */
export async function guardRows(ctx: Context, rows: readonly RevisionRow[]): Promise<readonly RevisionRow[]> {
  if (!rows.some(({ entity }) => isGuarded(entity as EntityName))) return rows
  const person = await ctx.db.selectFrom('person').select('id').where('user_id', '=', ctx.actor.id).executeTakeFirst()
  const own = await ctx.db
    .selectFrom('risk_estimate')
    .select(['risk_id', 'status'])
    .where('person_id', '=', person?.id ?? null)
    .execute()
  const statuses = new Map(own.map(({ risk_id, status }) => [risk_id, status as EstimateStatus]))
  const canGive = ctx.can('risk:write')
  const reader = {
    userId: ctx.actor.id,
    personId: person?.id ?? null,
    mayLook: (riskId: string) => mayLook({ canGive, ownStatus: statuses.get(riskId) ?? null }),
  }
  return rows.map((row) => {
    const guard = (state: unknown) =>
      state === null ? null : guardColumns(row.entity as EntityName, state as LedgerRow, reader)
    return { ...row, row: guard(row.row), previous_row: guard(row.previous_row) }
  })
}
