import { type DerivedChain, deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { type Checkpoint, parseCheckpoint, readCheckpoint } from './checkpoint.ts'

/** The chain as last worked out, taken apart and derived once for all who ask until it is worked out again. */
export type KeptChain = Checkpoint & { readonly chain: () => DerivedChain }

type Kept = { readonly key: string; readonly characters: number; readonly kept: KeptChain }

/** Together they hold at most this much JSON, some ten times that in memory: a dozen large organisations or hundreds of small ones. */
const roomCharacters = 16_000_000

/** By organisation, the one asked for last at the end. */
const byOrganization = new Map<string, Kept>()

/**
 * What was worked out last, as this transaction sees it, or null before the first time. Kept in memory under the organisation
 * and the stored row's own version, which is asked for each time: whoever wrote a newer one, in whichever process, the old one
 * is never used again, and row-level security decides whose row that is.
 */
export async function keptChain(db: Reader): Promise<KeptChain | null> {
  const row = await db
    .selectFrom('chain_checkpoint')
    .select(['organization_id', 'at'])
    .select([sql<string>`chain_checkpoint.xmin::text || ' ' || chain_checkpoint.ctid::text`.as('written')])
    .executeTakeFirst()
  if (row === undefined) return null
  const id = row.organization_id
  const key = `${row.at.getTime()} ${row.written}`
  const found = byOrganization.get(id)
  if (found?.key === key) {
    byOrganization.delete(id)
    byOrganization.set(id, found)
    return found.kept
  }
  const stored = await readCheckpoint(db)
  if (stored === null) return null
  const checkpoint = parseCheckpoint(stored)
  let chain: DerivedChain | null = null
  const kept: KeptChain = {
    ...checkpoint,
    chain: () => {
      chain ??= deriveChain(checkpoint.snapshot, checkpoint.at)
      return chain
    },
  }
  keep(id, { key, characters: stored.json.length, kept })
  return kept
}

function keep(id: string, kept: Kept): void {
  byOrganization.delete(id)
  byOrganization.set(id, kept)
  let characters = [...byOrganization.values()].reduce((sum, one) => sum + one.characters, 0)
  for (const [oldest, { characters: freed }] of byOrganization) {
    if (characters <= roomCharacters) return
    byOrganization.delete(oldest)
    characters -= freed
  }
}
