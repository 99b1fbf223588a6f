import { Kysely, PostgresDialect, sql } from 'kysely'
import type pg from 'pg'
import type { Writer } from '../context.ts'
import type { Database } from '../db/database.ts'

/** Serialization failure and deadlock (PostgreSQL, "Error Codes"): somebody changed a row meanwhile; begin again. */
const passing = ['40001', '40P01']
const tries = 5

/**
 * One at a time in an organisation, in one transaction that sees one state of the database. The lock is taken before the
 * transaction begins, on the same connection: what the previous holder wrote is then part of what this one sees. It goes
 * with the connection, so a worker that dies holds nobody up.
 */
export async function withChainLock<T>(
  pool: pg.Pool,
  organizationId: string,
  work: (tx: Writer) => Promise<T>,
): Promise<T> {
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return db.connection().execute(async (connection) => {
    const key = sql`hashtextextended(${`sinew chain ${organizationId}`}, 0)`
    await sql`select pg_advisory_lock(${key})`.execute(connection)
    try {
      return await again(() => connection.transaction().setIsolationLevel('repeatable read').execute(work))
    } finally {
      // A connection that broke has let go of the lock already, and the error that broke it is the one to report.
      await sql`select pg_advisory_unlock(${key})`.execute(connection).catch(() => {})
    }
  })
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt()
    } catch (error) {
      if (n === tries || !passing.includes(String((error as { code?: unknown }).code))) throw error
    }
  }
}
