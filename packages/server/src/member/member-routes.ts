import * as contract from '@sinew/contract/member/member-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { changeRole } from './change-role.ts'
import { createInvitation, findInvitations, revokeInvitation } from './invitation-store.ts'
import { limitMember } from './limit-member.ts'
import { findMembers } from './member-store.ts'
import { removeMember } from './remove-member.ts'

export const memberRoutes: readonly Binding[] = [
  handle(contract.listMembers, (ctx, { query }) => findMembers(ctx, query)),
  handle(contract.changeRole, (ctx, { params, ifMatch, body }) => changeRole(ctx, params.memberId, ifMatch, body)),
  handle(contract.limitMember, (ctx, { params, ifMatch, body }) => limitMember(ctx, params.memberId, ifMatch, body)),
  handle(contract.removeMember, (ctx, { params, ifMatch, query }) =>
    removeMember(ctx, params.memberId, ifMatch, query.reason),
  ),
  handle(contract.listInvitations, (ctx, { query }) => findInvitations(ctx, query)),
  handle(contract.createInvitation, (ctx, { body }) => createInvitation(ctx, body)),
  handle(contract.revokeInvitation, (ctx, { params }) => revokeInvitation(ctx, params.invitationId)),
]
