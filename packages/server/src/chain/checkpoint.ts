import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { withAppetitePoints } from '@sinew/core/methodology/appetite-of.ts'
import type { Reader, Writer } from '../context.ts'

export type Checkpoint = { readonly at: number; readonly snapshot: ChainSnapshot }

export type StoredCheckpoint = { readonly at: Date; readonly json: string }

/** The chain as the derived numbers last saw it, as stored. Null before the first time. */
export async function readCheckpoint(db: Reader): Promise<StoredCheckpoint | null> {
  const row = await db.selectFrom('chain_checkpoint').select(['at', 'snapshot']).executeTakeFirst()
  return row === undefined ? null : { at: row.at, json: row.snapshot }
}

/**
 * The stored chain, to compare with or reckon on. Written by this or an earlier release: lists that an earlier one did not
 * know were empty in it, an appetite was one amount.
 */
export function parseCheckpoint({ at, json }: StoredCheckpoint): Checkpoint {
  const stored = JSON.parse(json) as ChainSnapshot
  const methodology = withAppetitePoints(stored.methodology)
  return { at: at.getTime(), snapshot: { ...noLists, ...stored, methodology } }
}

const noLists = {
  controls: [],
  risks: [],
  obligations: [],
  assets: [],
  people: [],
  acceptances: [],
  actions: [],
  collectors: [],
  policies: [],
  decisions: [],
} as const

/** What there was before the first time: the same organisation with nothing in it. */
export function emptied(snapshot: ChainSnapshot): ChainSnapshot {
  return { ...snapshot, ...noLists }
}

/** Keeps the chain the numbers were just derived from; the one that is kept already is not written again, only its instant. */
export async function saveCheckpoint(
  tx: Writer,
  snapshot: ChainSnapshot,
  at: number,
  stored: ChainSnapshot | null,
): Promise<void> {
  if (snapshot === stored) {
    await tx
      .updateTable('chain_checkpoint')
      .set({ at: new Date(at) })
      .execute()
    return
  }
  const row = { at: new Date(at), snapshot: JSON.stringify(snapshot) }
  await tx
    .insertInto('chain_checkpoint')
    .values({ organization_id: snapshot.organizationId, ...row })
    .onConflict((conflict) => conflict.column('organization_id').doUpdateSet(row))
    .execute()
}
