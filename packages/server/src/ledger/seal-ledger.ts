import { type Kysely, sql } from 'kysely'
import type { Database } from '../db/database.ts'
import { newId } from '../db/identity.ts'
import { inOrganization } from './settings.ts'

const sealer = { kind: 'system', id: 'seal', name: 'Sinew' } as const

/**
 * Adds a link to the organisation's chain, of all entries of the ledger that were committed since the last one.
 * @returns how many entries were sealed; 0 adds no link
 */
export async function sealLedger(db: Kysely<Database>, organizationId: string): Promise<number> {
  return inOrganization(db, { organizationId, actor: sealer, requestId: newId() }, async (tx) => {
    const { rows } = await sql<{ sealed: number }>`select seal_ledger() as sealed`.execute(tx)
    return rows[0]?.sealed ?? 0
  })
}
