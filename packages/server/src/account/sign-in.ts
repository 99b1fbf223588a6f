import type { setUp as setUpRoute, signIn as signInRoute } from '@sinew/contract/account/account-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { APIError } from 'better-auth'
import type { PublicContext, SessionContext } from '../context.ts'
import { AppError, assertAllowed, invalidField } from '../errors.ts'
import { addressHeader } from '../http/address-header.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { isSetUpNeeded, readSession } from './session-store.ts'
import { consumePublicTry, consumeSignInTry, forgiveSignInTries } from './sign-in-limits.ts'

/** One answer for a wrong password and an unknown address, so that nobody learns who has an account. */
const wrong = () => new AppError(401, 'E-mail and password do not match an account here.')

export async function signIn(ctx: PublicContext, body: ParsedBody<typeof signInRoute>): Promise<Response> {
  const { auth, pools } = ctx.services
  await consumeSignInTry(pools.auth, body.email, ctx.address)
  const result = await auth.api
    .signInEmail({ body, headers: arrivalHeaders(ctx), returnHeaders: true })
    .catch((error) => {
      if (error instanceof APIError) throw wrong()
      throw error
    })
  await forgiveSignInTries(pools.auth, body.email)
  return sessionResponse(ctx, result.headers, result.response.user)
}

export async function setUp(ctx: PublicContext, body: ParsedBody<typeof setUpRoute>): Promise<Response> {
  await consumePublicTry(ctx.services.pools.auth, ctx.address)
  // Two browsers at the same moment: one of them becomes the owner.
  return oneAtATime(ctx.services.pools.auth, 'set-up', async () => {
    if (!(await isSetUpNeeded(ctx.services))) {
      assertAllowed(
        refuse('already_set_up', 'This installation already has its owner. Sign in, or ask for an invitation.'),
      )
    }
    return signUp(ctx, body)
  })
}

/** Makes an account and signs it in. */
export async function signUp(
  ctx: PublicContext,
  body: { readonly name: string; readonly email: string; readonly password: string },
): Promise<Response> {
  const result = await createAccount(ctx, body)
  return sessionResponse(ctx, result.headers, result.user)
}

export async function createAccount(
  ctx: PublicContext,
  body: { readonly name: string; readonly email: string; readonly password: string },
) {
  const result = await ctx.services.auth.api
    .signUpEmail({ body: { ...body }, headers: arrivalHeaders(ctx), returnHeaders: true })
    .catch((error) => {
      if (error instanceof APIError) throw invalidField('password', error.message)
      throw error
    })
  return { headers: result.headers, user: result.response.user }
}

/** What the request said, but from the address it really came from. */
function arrivalHeaders(ctx: Pick<PublicContext, 'headers' | 'address'>): Headers {
  const headers = new Headers(ctx.headers)
  headers.set(addressHeader, ctx.address)
  return headers
}

export async function sessionResponse(
  ctx: PublicContext,
  authHeaders: Headers,
  user: { readonly id: string; readonly name: string; readonly email: string },
): Promise<Response> {
  const headers = new Headers({ 'content-type': 'application/json', 'cache-control': 'no-store' })
  for (const cookie of authHeaders.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(JSON.stringify(await readSession(ctx.services, user)), { headers })
}

export async function signOut(ctx: SessionContext): Promise<Response> {
  const result = await ctx.services.auth.api.signOut({ headers: ctx.headers, returnHeaders: true })
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of result.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(null, { status: 204, headers })
}

export async function changePassword(
  ctx: SessionContext,
  body: { readonly currentPassword: string; readonly newPassword: string },
): Promise<Response> {
  await consumeSignInTry(ctx.services.pools.auth, ctx.user.email, ctx.address)
  const result = await ctx.services.auth.api
    .changePassword({ body: { ...body, revokeOtherSessions: true }, headers: arrivalHeaders(ctx), returnHeaders: true })
    .catch((error) => {
      if (error instanceof APIError) throw invalidField('currentPassword', 'That is not your current password.')
      throw error
    })
  const headers = new Headers({ 'cache-control': 'no-store' })
  for (const cookie of result.headers.getSetCookie()) headers.append('set-cookie', cookie)
  return new Response(null, { status: 204, headers })
}
