import type { Token } from '@sinew/contract/token/token-contract.ts'
import type { Context } from '../context.ts'
import { AppError, notFound } from '../errors.ts'

function tokens(ctx: Context) {
  return ctx.db
    .selectFrom('api_token')
    .innerJoin('member', 'member.id', 'api_token.member_id')
    .leftJoin('api_token_use', 'api_token_use.token_id', 'api_token.id')
    .select([
      'api_token.id',
      'api_token.name',
      'api_token.scopes',
      'api_token.member_id',
      'api_token.expires_at',
      'api_token.revoked_at',
      'api_token.created_at',
      'member.name as member_name',
      'member.user_id',
      'api_token_use.last_used_at',
    ])
    .orderBy('api_token.created_at', 'desc')
    .orderBy('api_token.id')
}

type TokenRow = Awaited<ReturnType<ReturnType<typeof tokens>['executeTakeFirstOrThrow']>>

function toToken(ctx: Context, row: TokenRow): Token {
  const isOver = row.expires_at <= ctx.now
  return {
    id: row.id,
    name: row.name,
    scopes: [...row.scopes],
    memberId: row.member_id,
    memberName: row.member_name,
    isYours: row.user_id === ctx.actor.id,
    status: row.revoked_at !== null ? 'revoked' : isOver ? 'expired' : 'live',
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at.toISOString(),
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}

export async function findTokens(
  ctx: Context,
  { everybody = false }: { readonly everybody?: boolean },
): Promise<{ readonly items: Token[] }> {
  if (everybody && !ctx.can('member:manage')) {
    throw new AppError(403, 'Seeing everybody’s tokens needs the permission member:manage.')
  }
  const found = everybody ? tokens(ctx) : tokens(ctx).where('member.user_id', '=', ctx.actor.id)
  return { items: (await found.execute()).map((row) => toToken(ctx, row)) }
}

/** Somebody else's token is there only for who manages members. */
export async function getToken(ctx: Context, tokenId: string): Promise<Token> {
  const row = await tokens(ctx).where('api_token.id', '=', tokenId).executeTakeFirst()
  if (!row || (row.user_id !== ctx.actor.id && !ctx.can('member:manage'))) throw notFound('token')
  return toToken(ctx, row)
}
