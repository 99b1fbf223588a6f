import type { ExampleProgress } from '@sinew/contract/example/example-contract.ts'
import { sql } from 'kysely'
import { appDatabase } from '../account/session-store.ts'
import type { Reader } from '../context.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from '../ledger/settings.ts'
import type { Services } from '../services.ts'

/** Progress is noted every few seconds at the slowest. */
const silentSeconds = 60

/** How far a story has come, by the clock of the database, so that a restarted server sees an interrupted one as such. */
export async function readProgress(db: Reader): Promise<ExampleProgress> {
  const row = await db
    .selectFrom('example_progress')
    .select(['state', 'done', 'total', 'told_until'])
    .select([
      sql<number>`extract(epoch from clock_timestamp() - updated_at)::float8`.as('silent'),
      sql<number | null>`extract(epoch from updated_at - started_at)::float8`.as('elapsed'),
    ])
    .executeTakeFirst()
  if (!row) return { state: 'none', done: 0, total: 0, toldUntil: null, secondsLeft: null }
  const { done, total } = row
  const told = row.state as 'telling' | 'told' | 'failed'
  // A story that waits for a worker has not begun, and has nobody who could give a sign of life.
  const state = told === 'telling' && row.elapsed !== null && row.silent > silentSeconds ? 'interrupted' : told
  const secondsLeft =
    told === 'telling' && row.elapsed !== null && done > 0 ? (row.elapsed / done) * (total - done) : null
  return {
    state,
    done,
    total,
    toldUntil: row.told_until?.toISOString() ?? null,
    secondsLeft: secondsLeft === null ? null : Math.ceil(secondsLeft),
  }
}

export type Progress = {
  readonly state: 'telling' | 'told' | 'failed'
  readonly done: number
  readonly total: number
  readonly toldUntil?: Date
}

/** Only of a story that is being told: what is told stays told. */
export async function noteProgress(services: Services, organizationId: string, progress: Progress): Promise<void> {
  const { toldUntil, ...known } = progress
  await asStory(services, organizationId, async (tx) => {
    await tx
      .updateTable('example_progress')
      .set({ ...known, updated_at: sql`clock_timestamp()`, ...(toldUntil ? { told_until: toldUntil } : {}) })
      .where('state', '=', 'telling')
      .execute()
  })
}

/** Claims the telling. False when it was begun before: over its own rows a story cannot be told again. */
export async function beginTelling(services: Services, organizationId: string, total: number): Promise<boolean> {
  return asStory(services, organizationId, async (tx) => {
    const claimed = await tx
      .updateTable('example_progress')
      .set({ done: 0, total, started_at: sql`clock_timestamp()`, updated_at: sql`clock_timestamp()` })
      .where('state', '=', 'telling')
      .where('started_at', 'is', null)
      .executeTakeFirst()
    return claimed.numUpdatedRows > 0n
  })
}

function asStory<T>(services: Services, organizationId: string, work: Parameters<typeof inOrganization<T>>[2]) {
  const actor = { kind: 'system', id: 'example', name: 'Example company' } as const
  return inOrganization(appDatabase(services), { organizationId, actor, requestId: newId() }, work)
}
