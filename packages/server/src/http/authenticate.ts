import { createHash } from 'node:crypto'
import { organizationOfToken } from '@sinew/contract/token/token-text.ts'
import type { Kysely } from 'kysely'
import type { SignedInUser } from '../context.ts'
import type { Database } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { inOrganization } from '../ledger/settings.ts'
import type { Services } from '../services.ts'

export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'user'; readonly user: SignedInUser }
  | {
      readonly kind: 'token'
      readonly organizationId: string
      readonly memberId: string
      readonly name: string
      readonly scopes: readonly string[]
    }

export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/** Finds out who calls: a token in `Authorization`, else the session cookie. A wrong token is an error, not nobody. */
export async function authenticate(services: Services, db: Kysely<Database>, request: Request): Promise<Caller> {
  const authorization = request.headers.get('authorization')
  if (authorization !== null) return authenticateToken(db, authorization, services.clock())
  if (request.headers.get('cookie') === null) return { kind: 'nobody' }
  const found = await services.auth.api.getSession({ headers: request.headers })
  if (found === null) return { kind: 'nobody' }
  const { user, session } = found
  return { kind: 'user', user: { id: user.id, name: user.name, email: user.email, sessionId: session.id } }
}

async function authenticateToken(db: Kysely<Database>, authorization: string, now: Date): Promise<Caller> {
  const refused = new AppError(401, 'The token is not valid: it is wrong, expired or revoked.')
  const token = /^Bearer (\S+)$/.exec(authorization)?.[1]
  const organizationId = token === undefined ? null : organizationOfToken(token)
  if (token === undefined || organizationId === null) throw refused
  const row = await inOrganization(
    db,
    { organizationId, actor: { kind: 'system', id: 'authenticate', name: 'Sinew' }, requestId: '' },
    async (tx) => {
      const found = await tx
        .selectFrom('api_token')
        .select(['id', 'member_id', 'name', 'scopes', 'expires_at', 'revoked_at'])
        .where('token_hash', '=', hashToken(token))
        .executeTakeFirst()
      if (!found || found.revoked_at !== null || found.expires_at <= now) return null
      await tx
        .insertInto('api_token_use')
        .values({ organization_id: organizationId, token_id: found.id, last_used_at: now })
        .onConflict((conflict) =>
          conflict
            .columns(['organization_id', 'token_id'])
            .doUpdateSet({ last_used_at: now })
            .where('api_token_use.last_used_at', '<', new Date(now.getTime() - 60_000)),
        )
        .execute()
      return found
    },
  )
  if (row === null) throw refused
  return { kind: 'token', organizationId, memberId: row.member_id, name: row.name, scopes: row.scopes }
}
