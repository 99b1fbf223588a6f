import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import type { ChainAt } from '@sinew/core/movement/explain-movements.ts'
import type { Writer } from '../context.ts'

/** The chain as the derived numbers last saw it: where the next movements start from. Null before the first time. */
export async function loadCheckpoint(tx: Writer, now: ChainSnapshot): Promise<ChainAt | null> {
  const row = await tx.selectFrom('chain_checkpoint').select(['at', 'snapshot']).executeTakeFirst()
  if (row === undefined) return null
  // Written below by this or an earlier release; lists that an earlier one did not have were empty in it.
  const stored = JSON.parse(row.snapshot) as Partial<ChainSnapshot>
  const empty = Object.fromEntries(
    Object.entries(now).map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
  )
  return { at: row.at.getTime(), snapshot: { ...now, ...empty, ...stored } }
}

export async function saveCheckpoint(tx: Writer, snapshot: ChainSnapshot, at: number): Promise<void> {
  const row = { at: new Date(at), snapshot: JSON.stringify(snapshot) }
  const moved = await tx
    .updateTable('chain_checkpoint')
    .set({ at: row.at })
    .where('snapshot', '=', row.snapshot)
    .executeTakeFirst()
  if (moved.numUpdatedRows > 0n) return
  await tx
    .insertInto('chain_checkpoint')
    .values({ organization_id: snapshot.organizationId, ...row })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(row))
    .execute()
}
