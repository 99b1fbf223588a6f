import type pg from 'pg'
import { RateLimiterPostgres } from 'rate-limiter-flexible'
import { AppError } from '../errors.ts'

const windowSeconds = 15 * 60

/** Real password checks in fifteen minutes: ten an account, a hundred an address. Kept in the database, so processes share them. */
export async function consumeSignInTry(pool: pg.Pool, email: string, address: string): Promise<void> {
  await consume(limiter(pool, 'sign-in-address', 100), address)
  await consume(limiter(pool, 'sign-in-account', 10), email)
}

export async function forgiveSignInTries(pool: pg.Pool, email: string): Promise<void> {
  await limiter(pool, 'sign-in-account', 10).delete(email)
}

/** Invitation links and set-up, by address: guessing a token is hopeless, and is not made cheap either. */
export async function consumePublicTry(pool: pg.Pool, address: string): Promise<void> {
  await consume(limiter(pool, 'public', 60), address)
}

function limiter(pool: pg.Pool, keyPrefix: string, points: number): RateLimiterPostgres {
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

async function consume(limit: RateLimiterPostgres, key: string): Promise<void> {
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
