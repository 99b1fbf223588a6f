import type { DerivedChain } from '@sinew/core/chain/derive-chain.ts'
import { deriveChain } from '@sinew/core/chain/derive-chain.ts'
import type { Context } from '../context.ts'
import type { Checkpoint } from './checkpoint.ts'
import { keptChain, pastChain } from './kept-chain.ts'
import { pricerOf } from './kept-pricer.ts'
import { loadSnapshot } from './load-snapshot.ts'

type Asked = Pick<Context, 'db' | 'asOf' | 'now'>

/**
 * The chain that the written numbers come from, and the instant they are true at, with everything derived from it, so that what
 * is shown or explained from it equals them bit for bit. In the past, and before the first working out, it is loaded as it was.
 */
export async function derivedChain({ db, asOf, now }: Asked): Promise<Checkpoint & { readonly chain: DerivedChain }> {
  const kept = asOf === null ? await keptChain(db) : await pastChain(db, asOf)
  if (kept !== null) return { at: kept.at, snapshot: kept.snapshot, chain: kept.chain() }
  const snapshot = await loadSnapshot({ db, asOf })
  return { at: now.getTime(), snapshot, chain: deriveChain(snapshot, now.getTime(), pricerOf(snapshot.organizationId)) }
}
