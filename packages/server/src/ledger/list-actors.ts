import type { Revision } from '@sinew/contract/ledger/ledger-contract.ts'
import { sql } from 'kysely'
import type { Context } from '../context.ts'

/** Everybody who ever changed something, under the name they last did it with. */
export async function listActors(ctx: Context): Promise<{ readonly items: Revision['actor'][] }> {
  let actors = ctx.db
    .selectFrom('revision')
    .select(['actor_kind', 'actor_id', sql<string>`(array_agg(actor_name order by seq desc))[1]`.as('name')])
    .groupBy(['actor_kind', 'actor_id'])
    .orderBy('actor_kind', 'desc')
    .orderBy('name')
    .limit(1_000)
  if (ctx.asOf !== null) actors = actors.where('at', '<=', ctx.asOf)
  const rows = await actors.execute()
  return {
    items: rows.map((row) => ({
      kind: row.actor_kind as Revision['actor']['kind'],
      id: row.actor_id,
      name: row.name,
    })),
  }
}
