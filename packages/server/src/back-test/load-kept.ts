import type { KeptInForce, KeptShares } from '@sinew/core/back-test/kept-shares.ts'
import { sql } from 'kysely'
import { inGroups } from '../chain/in-groups.ts'
import type { Context } from '../context.ts'

/** What controls let through of the risks that are named, from when it was worked out, as the ledger has it. */
export async function loadKept(
  { db, asOf }: Pick<Context, 'db' | 'asOf'>,
  riskIds: readonly string[],
): Promise<ReadonlyMap<string, readonly KeptInForce[]>> {
  if (riskIds.length === 0) return new Map()
  let versions = db
    .selectFrom('revision')
    .select(['entity_id as risk_id', 'at', sql<Partial<KeptShares>>`row -> 'kept'`.as('kept')])
    .where('entity', '=', 'risk_state')
    .where('operation', '<>', 'delete')
    .where(sql<boolean>`entity_id = any (${riskIds}::uuid[])`)
  if (asOf !== null) versions = versions.where('at', '<=', asOf)
  const rows = await versions.orderBy('entity_id').orderBy('seq').execute()
  const groups = inGroups(
    rows,
    (row) => row.risk_id,
    (row) => row,
  )
  return new Map([...groups].map(([id, own]) => [id, inForce(own)]))
}

function inForce(rows: readonly { readonly at: Date; readonly kept: Partial<KeptShares> }[]): readonly KeptInForce[] {
  const told = rows.flatMap(({ at, kept: { claimed, proven } }) =>
    claimed === undefined || proven === undefined ? [] : [{ from: at.getTime(), claimed, proven }],
  )
  return told.map((one, i) => ({ ...one, until: told[i + 1]?.from ?? Number.POSITIVE_INFINITY }))
}
