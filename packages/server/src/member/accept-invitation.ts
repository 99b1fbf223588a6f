import type { acceptInvitation as route } from '@sinew/contract/account/account-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { organizationOfToken } from '@sinew/contract/token/token-text.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { sql, type Transaction } from 'kysely'
import { oneAtATime } from '../account/one-at-a-time.ts'
import { appDatabase, readSession } from '../account/session-store.ts'
import { createAccount, sessionResponse } from '../account/sign-in.ts'
import { consumePublicTry } from '../account/sign-in-limits.ts'
import type { Actor, PublicContext } from '../context.ts'
import { fromLimits, type LimitColumns, limitColumns, toLimits } from '../db/access-limits.ts'
import type { Database } from '../db/database.ts'
import { newId, nextNumber } from '../db/identity.ts'
import { AppError, invalidField } from '../errors.ts'
import { hashToken } from '../http/authenticate.ts'
import { inOrganization } from '../ledger/settings.ts'

const inviting: Actor = { kind: 'system', id: 'invitation', name: 'Invitation' }

export async function readInvitation(ctx: PublicContext, token: string) {
  return withInvitation(ctx, token, inviting, async (tx, invitation) => {
    const organization = await tx.selectFrom('organization').select('name').executeTakeFirstOrThrow()
    return {
      organizationName: organization.name,
      email: invitation.email,
      role: invitation.role as Role,
      hasAccount: (await findUser(ctx, invitation.email)) !== null,
      expiresAt: invitation.expires_at.toISOString(),
    }
  })
}

/** Joins as the invited address: whoever is signed in with it, or a new account made here and now. */
export async function acceptInvitation(
  ctx: PublicContext,
  token: string,
  body: ParsedBody<typeof route>,
): Promise<Response> {
  const joining = await oneAtATime(ctx.services.pools.auth, hashToken(token), async () => {
    const { email } = await withInvitation(ctx, token, inviting, async (_tx, invitation) => invitation)
    return whoJoins(ctx, email, body)
  })
  const actor: Actor = { kind: 'user', id: joining.user.id, name: joining.user.name }
  await withInvitation(ctx, token, actor, (tx, invitation) => join(tx, invitation, joining.user, ctx.now))
  if (joining.headers) return sessionResponse(ctx, joining.headers, joining.user)
  return Response.json(await readSession(ctx.services, joining.user), { headers: { 'cache-control': 'no-store' } })
}

type User = { readonly id: string; readonly name: string; readonly email: string }

async function whoJoins(
  ctx: PublicContext,
  email: string,
  body: ParsedBody<typeof route>,
): Promise<{ readonly user: User; readonly headers: Headers | null }> {
  if (ctx.user !== null) {
    if (ctx.user.email.toLowerCase() !== email.toLowerCase()) {
      throw new AppError(403, `This invitation is for ${email}; you are signed in as ${ctx.user.email}.`)
    }
    return { user: ctx.user, headers: null }
  }
  if ((await findUser(ctx, email)) !== null)
    throw new AppError(401, `Sign in as ${email} first, then open the link again.`)
  if (body.name === undefined) throw invalidField('name', 'Say your name.')
  if (body.password === undefined) throw invalidField('password', 'Choose a password.')
  return createAccount(ctx, { name: body.name, email, password: body.password })
}

type Invitation = LimitColumns & {
  readonly organization_id: string
  readonly id: string
  readonly email: string
  readonly role: string
  readonly expires_at: Date
}

async function withInvitation<T>(
  ctx: PublicContext,
  token: string,
  actor: Actor,
  work: (tx: Transaction<Database>, invitation: Invitation) => Promise<T>,
): Promise<T> {
  await consumePublicTry(ctx.services.pools.auth, ctx.address)
  const gone = new AppError(
    404,
    'This invitation is not valid: it was used, withdrawn or has expired. Ask for a new one.',
  )
  const organizationId = organizationOfToken(token)
  if (organizationId === null) throw gone
  return inOrganization(appDatabase(ctx.services), { organizationId, actor, requestId: ctx.requestId }, async (tx) => {
    const invitation = await tx
      .selectFrom('invitation')
      .select(['organization_id', 'id', 'email', 'role', 'expires_at', 'accepted_at', 'revoked_at', ...limitColumns])
      .where('token_hash', '=', hashToken(token))
      .forUpdate()
      .executeTakeFirst()
    if (!invitation || invitation.accepted_at || invitation.revoked_at || invitation.expires_at <= ctx.now) throw gone
    return work(tx, invitation)
  })
}

async function join(tx: Transaction<Database>, invitation: Invitation, user: User, now: Date): Promise<void> {
  const organizationId = invitation.organization_id
  await tx
    .insertInto('member')
    .values({
      organization_id: organizationId,
      id: newId(),
      user_id: user.id,
      role: invitation.role,
      ...fromLimits(toLimits(invitation)),
      name: user.name,
      email: user.email,
    })
    // Somebody who became a member meanwhile keeps the role they have: a link never lowers or raises it.
    .onConflict((conflict) => conflict.columns(['organization_id', 'user_id']).doNothing())
    .execute()
  await linkPerson(tx, organizationId, user)
  await tx.updateTable('invitation').set({ accepted_at: now }).where('id', '=', invitation.id).execute()
}

/** A member is a person of the register: the one with their address, or else a new one. */
async function linkPerson(tx: Transaction<Database>, organizationId: string, user: User): Promise<void> {
  const known = await tx.selectFrom('person').select('id').where('user_id', '=', user.id).executeTakeFirst()
  if (known) return
  const same = await tx
    .selectFrom('person')
    .select('id')
    .where(sql<string>`lower(email)`, '=', user.email.toLowerCase())
    .where('user_id', 'is', null)
    .where('active', '=', true)
    .orderBy('number')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()
  if (same) {
    await tx.updateTable('person').set({ user_id: user.id }).where('id', '=', same.id).execute()
    return
  }
  await tx
    .insertInto('person')
    .values({
      organization_id: organizationId,
      id: newId(),
      number: await nextNumber(tx, 'person'),
      name: user.name,
      email: user.email,
      user_id: user.id,
    })
    .execute()
}

async function findUser(ctx: PublicContext, email: string): Promise<string | null> {
  const result = await ctx.services.pools.auth.query('select id from "user" where email = $1', [email.toLowerCase()])
  return result.rows[0]?.id ?? null
}
