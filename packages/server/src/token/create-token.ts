import { randomBytes } from 'node:crypto'
import type { ParsedBody } from '@sinew/contract/route.ts'
import type { createToken as route, Token } from '@sinew/contract/token/token-contract.ts'
import { formatToken } from '@sinew/contract/token/token-text.ts'
import { refuseToken } from '@sinew/core/access/member-rules.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import type { Context } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed } from '../errors.ts'
import { hashToken } from '../http/authenticate.ts'
import { findTokens, getToken } from './token-store.ts'

/** Makes a token and gives it away this once; the database keeps only its hash. */
export async function createToken(
  ctx: Context,
  input: ParsedBody<typeof route>,
): Promise<Token & { readonly token: string }> {
  const scopes = [...new Set(input.scopes)]
  const mine = await findTokens(ctx, {})
  assertAllowed(
    refuseToken({
      role: ctx.role,
      byToken: ctx.actor.kind !== 'user',
      scopes,
      liveTokens: mine.items.filter(({ status }) => status === 'live').length,
    }),
  )
  const { id: memberId } = await ctx.db
    .selectFrom('member')
    .select('id')
    .where('user_id', '=', ctx.actor.id)
    .executeTakeFirstOrThrow()
  const token = formatToken(ctx.organizationId, randomBytes(32).toString('base64url'))
  const id = newId()
  await ctx.recorded({ derives: false }, (tx) =>
    tx
      .insertInto('api_token')
      .values({
        organization_id: ctx.organizationId,
        id,
        member_id: memberId,
        name: input.name,
        token_hash: hashToken(token),
        scopes,
        expires_at: new Date(ctx.now.getTime() + input.expiresInDays * dayMs),
      })
      .execute(),
  )
  return { ...(await getToken(ctx, id)), token }
}

/** Revoking one that has ended already changes nothing. */
export async function revokeToken(ctx: Context, tokenId: string): Promise<void> {
  const { id } = await getToken(ctx, tokenId)
  await ctx.recorded({ derives: false }, (tx) =>
    tx
      .updateTable('api_token')
      .set({ revoked_at: ctx.now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null)
      .execute(),
  )
}
