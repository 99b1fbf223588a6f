import type pg from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

const windowSeconds = 15 * 60

/** So many tries in fifteen minutes, counted in the database, so that processes share them. */
export function limiter(pool: pg.Pool, keyPrefix: string, points: number): RateLimiterPostgres {
  return new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'client',
    schemaName: 'auth',
    tableName: 'attempt',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix,
    points,
    duration: windowSeconds,
  })
}

/** @throws AppError 429 when there were too many. */
export async function consume(limit: RateLimiterPostgres, key: string): Promise<void> {
  try {
    await limit.consume(key)
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected
    const seconds = Math.ceil(Number((rejected as { msBeforeNext: number }).msBeforeNext) / 1000)
    throw new AppError(429, `Too many tries. Wait ${Math.ceil(seconds / 60)} minutes, then try again.`, {
      headers: { 'retry-after': String(seconds) },
    })
  }
}
