import { type DerivedChain, deriveChain } from '@sinew/core/chain/derive-chain.ts'
import type { Context } from '../context.ts'
import { type Checkpoint, parseCheckpoint, readCheckpoint } from './checkpoint.ts'
import { loadSnapshot } from './load-snapshot.ts'

type Asked = Pick<Context, 'db' | 'asOf' | 'now'>

/**
 * The chain that the written numbers come from, and the instant they are true at, so that what is derived or explained from it
 * equals them bit for bit. In the past, and before the first working out, it is loaded as it was.
 */
export async function currentChain({ db, asOf, now }: Asked): Promise<Checkpoint> {
  const stored = asOf === null ? await readCheckpoint(db) : null
  if (stored !== null) return parseCheckpoint(stored)
  return { at: (asOf ?? now).getTime(), snapshot: await loadSnapshot({ db, asOf }) }
}

/** The same with everything derived from it. */
export async function derivedChain(asked: Asked): Promise<Checkpoint & { readonly chain: DerivedChain }> {
  const current = await currentChain(asked)
  return { ...current, chain: deriveChain(current.snapshot, current.at) }
}
