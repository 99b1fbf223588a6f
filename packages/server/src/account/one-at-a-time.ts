import type pg from 'pg'
import { AppError } from '../errors.ts'

/**
 * Lets one caller at a time, over all processes, make an account for the same purpose. The others are told to try again
 * rather than made to wait: each that waits would hold a connection that the one at work needs.
 */
export async function oneAtATime<T>(pool: pg.Pool, purpose: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [purpose])
    if (!rows[0].mine) {
      throw new AppError(503, 'Somebody is doing this at this very moment. Please try again.', {
        headers: { 'retry-after': '1' },
      })
    }
    return await work()
  } finally {
    await client.query('select pg_advisory_unlock_all()')
    client.release()
  }
}
