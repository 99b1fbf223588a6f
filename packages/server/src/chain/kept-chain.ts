import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { type DerivedChain, deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { sql } from 'kysely'
import type { Reader } from '../context.ts'
import { type Checkpoint, parseCheckpoint, readCheckpoint } from './checkpoint.ts'
import { pricerOf } from './kept-pricer.ts'
import { readLedgerEnd } from './ledger-end.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { keepRecent } from './recent.ts'

/** A chain at an instant, taken apart once and derived once for all who ask. */
export type KeptChain = Checkpoint & { readonly chain: () => DerivedChain }

/** Present ones weigh their characters of JSON, some ten times that in memory: a few large organisations or hundreds of small ones. */
const presentChains = keepRecent<KeptChain>(16_000_000)
const pastChains = keepRecent<{ readonly kept: KeptChain; readonly overBefore: bigint }>(4)

/**
 * What was worked out last, as this transaction sees it, or null before the first time. Kept in memory under the organisation
 * and the stored row's own version, which is asked for each time: whoever wrote a newer one, in whichever process, the old one
 * is never used again, and row-level security decides whose row that is.
 */
export async function keptChain(db: Reader): Promise<KeptChain | null> {
  const row = await readWritten(db)
  if (row === undefined) return null
  const found = presentChains.find(row.organization_id, row.version)
  if (found !== undefined) return found
  const stored = await readCheckpoint(db)
  if (stored === null) return null
  const { snapshot, at } = parseCheckpoint(stored)
  const kept = toKept(snapshot, at)
  presentChains.keep(row.organization_id, row.version, kept, stored.json.length)
  return kept
}

/** Keeps what this transaction just worked out and wrote, for whoever sees that row once it is committed. */
export async function keepWritten(tx: Reader, snapshot: ChainSnapshot, derived: DerivedChain): Promise<void> {
  const row = await readWritten(tx)
  if (row === undefined) return
  const kept = { at: derived.at, snapshot, chain: () => derived }
  presentChains.keep(row.organization_id, row.version, kept, row.size)
}

/** Which writing of the chain that was worked out last this transaction sees. */
export async function chainVersion(db: Reader): Promise<string> {
  return (await readWritten(db))?.version ?? ''
}

/** Which organisation's row this is, and which writing of it. */
async function readWritten(db: Reader) {
  const row = await db
    .selectFrom('chain_checkpoint')
    .select(['organization_id', 'at'])
    .select([
      sql<string>`chain_checkpoint.xmin::text || ' ' || chain_checkpoint.ctid::text`.as('written'),
      sql<number>`octet_length(snapshot)`.as('size'),
    ])
    .executeTakeFirst()
  return row && { ...row, version: `${row.at.getTime()} ${row.written}` }
}

/**
 * The chain as it was at a past instant, by a reader of that past. What is kept is used while nothing of the organisation's ledger
 * was written by a transaction that was not over when it was read: those, and later ones, are all that could add to that past.
 */
export async function pastChain(db: Reader, asOf: Date): Promise<KeptChain> {
  const ledger = await readLedgerEnd(db)
  const id = `${ledger?.organizationId} ${asOf.getTime()}`
  const found = pastChains.find(id, '')
  if (found !== undefined && ledger !== null && ledger.last < found.overBefore) return found.kept
  const kept = toKept(await loadSnapshot({ db, asOf }), asOf.getTime())
  if (ledger !== null) pastChains.keep(id, '', { kept, overBefore: ledger.overBefore }, 1)
  return kept
}

function toKept(snapshot: ChainSnapshot, at: number): KeptChain {
  let chain: DerivedChain | null = null
  return {
    at,
    snapshot,
    chain: () => {
      chain ??= deriveChain(snapshot, at, pricerOf(snapshot.organizationId))
      return chain
    },
  }
}
