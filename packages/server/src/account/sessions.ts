import type { SessionDevice } from '@sinew/contract/account/account-contract.ts'
import type { SessionContext } from '../context.ts'
import { notFound } from '../errors.ts'

type SessionRow = {
  readonly id: string
  readonly userAgent: string | null
  readonly ipAddress: string | null
  readonly createdAt: Date
  readonly expiresAt: Date
}

/** Where this account is signed in, newest first. */
export async function listSessions(ctx: SessionContext): Promise<{ readonly items: SessionDevice[] }> {
  const result = await ctx.services.pools.auth.query<SessionRow>(
    `select id, "userAgent", "ipAddress", "createdAt", "expiresAt" from session
     where "userId" = $1 and "expiresAt" > $2 order by "createdAt" desc limit 200`,
    [ctx.user.id, ctx.now],
  )
  return {
    items: result.rows.map((row) => ({
      id: row.id,
      isCurrent: row.id === ctx.user.sessionId,
      userAgent: row.userAgent ?? '',
      address: row.ipAddress ?? '',
      createdAt: row.createdAt.toISOString(),
      expiresAt: row.expiresAt.toISOString(),
    })),
  }
}

/** Somebody else's session is not there. */
export async function endSession(ctx: SessionContext, sessionId: string): Promise<void> {
  const result = await ctx.services.pools.auth.query('delete from session where id = $1 and "userId" = $2', [
    sessionId,
    ctx.user.id,
  ])
  if (result.rowCount === 0) throw notFound('session')
}

export async function endOtherSessions(ctx: SessionContext): Promise<{ readonly ended: number }> {
  const result = await ctx.services.pools.auth.query('delete from session where "userId" = $1 and id <> $2', [
    ctx.user.id,
    ctx.user.sessionId,
  ])
  return { ended: result.rowCount ?? 0 }
}
