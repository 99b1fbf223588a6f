import type pg from 'pg'
import { consume, limiter } from '../http/limit-tries.ts'

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
