import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { deriveChain } from '@sinew/core/chain/derive-chain.ts'
import { withSameParts } from '@sinew/core/chain/with-same-parts.ts'
import { type ChainAt, explainMovements } from '@sinew/core/movement/explain-movements.ts'
import { sql } from 'kysely'
import type { Actor, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { setLedger } from '../ledger/settings.ts'
import type { Services } from '../services.ts'
import { emptied, saveCheckpoint } from './checkpoint.ts'
import { findCauses } from './find-causes.ts'
import { keepWritten, keptChain } from './kept-chain.ts'
import { pricerOf } from './kept-pricer.ts'
import { loadSnapshot } from './load-snapshot.ts'
import { withChainLock } from './lock-chain.ts'
import { endedAcceptances, reopenAcceptances } from './reopen-acceptances.ts'
import { writeMovements } from './write-movements.ts'
import { writeStates } from './write-states.ts'

export type Recomputed = {
  /** The instant the numbers are true at. */
  readonly at: Date
  /** Changes that were waiting and are worked out now. */
  readonly changes: number
  readonly movements: number
  readonly reopened: number
  /** Rows of derived numbers that had to be written. */
  readonly states: number
}

export type RecomputeOptions = {
  /** Only for an example organisation, whose story is told in the past; the database refuses it for every other. */
  readonly at?: Date
  /** Does nothing when no change is waiting: for the wake-up that follows each change. */
  readonly onlyWaiting?: boolean
}

const worker: Actor = { kind: 'system', id: 'recompute', name: 'Sinew' }

/**
 * Works out what follows from everything that happened in one organisation since the last time, and from the time that has
 * passed: derived numbers, movements, reopened acceptances. One transaction under a lock of its own, so that any number of
 * workers do it exactly once; done again, it finds nothing to do. Returns null when `onlyWaiting` found nothing, or an example's
 * story is still being told.
 */
export async function recompute(
  services: Pick<Services, 'pools'>,
  organizationId: string,
  options: RecomputeOptions = {},
): Promise<Recomputed | null> {
  return withChainLock(services.pools.jobs, organizationId, async (tx) => {
    await setLedger(tx, { organizationId, actor: worker, requestId: newId(), at: options.at })
    if (options.at === undefined && (await isStoryBeingTold(tx))) return null
    const waiting = await takeWaiting(tx)
    if (options.onlyWaiting && waiting.length === 0) return null
    return workOut(tx, waiting, options.at)
  })
}

/** While an example's past is being written, only the story says when consequences are worked out. */
async function isStoryBeingTold(tx: Writer): Promise<boolean> {
  const row = await tx.selectFrom('example_progress').select('state').executeTakeFirst()
  return row?.state === 'telling'
}

type Waiting = { readonly request_id: string; readonly at: Date }

async function takeWaiting(tx: Writer): Promise<readonly Waiting[]> {
  return tx.deleteFrom('pending_change').returning(['request_id', 'at']).execute()
}

async function workOut(tx: Writer, waiting: readonly Waiting[], told: Date | undefined): Promise<Recomputed> {
  const loaded = await loadSnapshot({ db: tx, asOf: null })
  const checkpoint = await keptChain(tx)
  const snapshot = checkpoint === null ? loaded : withSameParts(checkpoint.snapshot, loaded)
  const at = Math.max(
    await instantOf(tx, told),
    checkpoint?.at ?? 0,
    // A change is never judged by an earlier clock than the one that dated it.
    ...waiting.map((change) => change.at.getTime()),
  )
  const before: ChainAt = checkpoint ?? { snapshot: emptied(snapshot), at }
  const pricer = pricerOf(snapshot.organizationId)
  const causes = await findCauses(
    tx,
    waiting.map((change) => change.request_id),
  )
  // In the order in which things happened: the pricer starts at what it priced last, and has priced the new state when it is asked for it.
  const movements = explainMovements(before, { snapshot, at }, causes, pricer)
  const derived = deriveChain(snapshot, at, pricer)
  await sql`select set_config('app.reason', ${reasonOf(waiting.length)}, true)`.execute(tx)
  const states = await writeStates(tx, snapshot, derived)
  const ended = endedAcceptances(snapshot, derived, movements)
  const all = [...movements, ...ended.flatMap((one) => (one.untold === null ? [] : [one.untold]))]
  await writeMovements(tx, snapshot, all)
  const settled = await reopenAcceptances(tx, snapshot, ended, at)
  await saveCheckpoint(tx, settled, at, checkpoint?.snapshot ?? null)
  if (settled === snapshot) await keepWritten(tx, snapshot, derived)
  if (told === undefined) await comeBackFor(tx, snapshot, at)
  return { at: new Date(at), changes: waiting.length, movements: all.length, reopened: ended.length, states }
}

function reasonOf(changes: number): string {
  if (changes === 0) return 'What the passing of time leads to'
  return changes === 1 ? 'What a change leads to' : `What ${changes} changes lead to`
}

/** The database's clock, or the instant a story tells. */
async function instantOf(tx: Writer, told: Date | undefined): Promise<number> {
  const { rows } = await sql<{ at: Date }>`select ${
    told === undefined ? sql`clock_timestamp()` : sql`ledger_time()`
  } as at`.execute(tx)
  return rows[0]?.at.getTime() ?? 0
}

const soonMs = 3_600_000

/** A piece dated a little ahead, by a clock that runs fast, starts to count then and not only at the next full hour; a policy likewise. */
async function comeBackFor(
  tx: Writer,
  { organizationId, controls, policies }: ChainSnapshot,
  at: number,
): Promise<void> {
  const collected = controls.flatMap((control) => control.needs.map((need) => need.newest?.collectedAt ?? 0))
  const turns = policies.flatMap(({ validFrom, validUntil }) => [validFrom, validUntil])
  const ahead = [...collected, ...turns].filter((turn) => turn > at && turn <= at + soonMs)
  if (ahead.length === 0) return
  const payload = JSON.stringify({ organizationId })
  await sql`select enqueue_job('recompute', ${payload}::json, ${`later-${organizationId}`},
    ${new Date(Math.min(...ahead))})`.execute(tx)
}
