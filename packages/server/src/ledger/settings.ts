import { type Kysely, sql, type Transaction } from 'kysely'
import type { Actor } from '../context.ts'
import type { Database } from '../db/database.ts'

export type LedgerSettings = {
  readonly organizationId: string
  readonly actor: Actor
  readonly requestId: string
  /** Only for an example organisation's story: the past instant this happened at. */
  readonly at?: Date
}

/**
 * A story that a crash interrupts is begun again from the start, so its steps need not wait for the disk. The commit that says
 * it is told does wait, and everything before it is on disk then.
 */
const withoutWaiting = sql`, set_config('synchronous_commit', 'off', true)`

/** Tells the database for whom this transaction reads and writes; row-level security and the ledger rest on it. */
export async function setLedger(tx: Transaction<Database>, settings: LedgerSettings): Promise<void> {
  await sql`select set_config('app.organization_id', ${settings.organizationId}, true),
    set_config('app.user_id', '', true),
    set_config('app.actor_kind', ${settings.actor.kind}, true),
    set_config('app.actor_id', ${settings.actor.id}, true),
    set_config('app.actor_name', ${settings.actor.name}, true),
    set_config('app.request_id', ${settings.requestId}, true),
    set_config('app.at', ${settings.at?.toISOString() ?? ''}, true),
    set_config('app.reason', '', true)${settings.at === undefined ? sql`` : withoutWaiting}`.execute(tx)
}

/** Before an organisation is chosen, a person sees their own memberships and nothing else. */
export async function setUser(tx: Transaction<Database>, userId: string): Promise<void> {
  await sql`select set_config('app.user_id', ${userId}, true)`.execute(tx)
}

export async function inOrganization<T>(
  db: Kysely<Database>,
  settings: LedgerSettings,
  work: (tx: Transaction<Database>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await setLedger(tx, settings)
    return work(tx)
  })
}
