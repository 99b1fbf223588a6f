import * as contract from '@sinew/contract/account/account-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { acceptInvitation, readInvitation } from '../member/accept-invitation.ts'
import { readSession } from './session-store.ts'
import { endOtherSessions, endSession, listSessions } from './sessions.ts'
import { changePassword, setUp, signIn, signOut } from './sign-in.ts'

export const accountRoutes: readonly Binding[] = [
  handle(contract.getSession, (ctx) => readSession(ctx.services, ctx.user)),
  handle(contract.setUp, (ctx, { body }) => setUp(ctx, body)),
  handle(contract.signIn, (ctx, { body }) => signIn(ctx, body)),
  handle(contract.signOut, (ctx) => signOut(ctx)),
  handle(contract.changePassword, (ctx, { body }) => changePassword(ctx, body)),
  handle(contract.listSessions, (ctx) => listSessions(ctx)),
  handle(contract.endSession, (ctx, { params }) => endSession(ctx, params.sessionId)),
  handle(contract.endOtherSessions, (ctx) => endOtherSessions(ctx)),
  handle(contract.readInvitation, (ctx, { params }) => readInvitation(ctx, params.token)),
  handle(contract.acceptInvitation, (ctx, { params, body }) => acceptInvitation(ctx, params.token, body)),
]
