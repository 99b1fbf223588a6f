import { type Refusal, refuse } from '../refusal.ts'
import { hasPermission, type Permission, permissions, type Role } from './permissions.ts'

const everyPermission = Object.keys(permissions) as Permission[]

/**
 * Managing accounts takes a person who signs in: a token that leaked must not be able to let somebody in or to renew itself.
 */
const personOnly: readonly Permission[] = ['member:manage', 'member:limit', 'token:own']

/** What a token may be allowed to do, for somebody of this role. */
export function tokenScopes(role: Role): readonly Permission[] {
  return everyPermission.filter((permission) => hasPermission(role, permission) && !personOnly.includes(permission))
}

/** Whether a role may do something that another may not. */
function exceeds(role: Role, other: Role): boolean {
  return everyPermission.some((permission) => hasPermission(role, permission) && !hasPermission(other, permission))
}

export function refuseRoleChange(change: {
  readonly actorRole: Role
  readonly from: Role
  readonly to: Role
  /** Owners of the organisation now. */
  readonly owners: number
}): readonly Refusal[] {
  if (exceeds(change.to, change.actorRole)) return refuse('above_own_role', 'Nobody gives a role above their own.')
  if (change.from === 'owner' && change.to !== 'owner' && change.owners <= 1) return lastOwner
  return []
}

export function refuseRemoval(member: { readonly role: Role; readonly owners: number }): readonly Refusal[] {
  return member.role === 'owner' && member.owners <= 1 ? lastOwner : []
}

const lastOwner = refuse('last_owner', 'This is the last owner. Make somebody else an owner first.')

export function refuseInvitation(invitation: {
  readonly actorRole: Role
  readonly role: Role
  readonly email: string
  readonly isMember: boolean
}): readonly Refusal[] {
  if (exceeds(invitation.role, invitation.actorRole)) {
    return refuse('above_own_role', 'Nobody gives a role above their own.')
  }
  if (invitation.isMember) return refuse('already_member', `${invitation.email} is a member already.`)
  return []
}

/** A token holds no more than its person, is made by a person and not by a token, and there are not endlessly many. */
export function refuseToken(token: {
  readonly role: Role
  readonly byToken: boolean
  readonly scopes: readonly Permission[]
  readonly liveTokens: number
}): readonly Refusal[] {
  if (token.byToken) return refuse('token_by_token', 'A token cannot make tokens. Sign in and make it yourself.')
  if (token.liveTokens >= 50) return refuse('too_many_tokens', 'You have 50 tokens that work. Revoke one first.')
  const allowed = tokenScopes(token.role)
  const beyond = token.scopes.filter((scope) => !allowed.includes(scope))
  if (beyond.length === 0) return []
  return refuse('scope_not_held', `A token of yours cannot hold: ${beyond.join(', ')}.`)
}
