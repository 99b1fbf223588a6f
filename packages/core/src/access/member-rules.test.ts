import { describe, expect, it } from 'vitest'
import { refuseInvitation, refuseRemoval, refuseRoleChange, refuseToken, tokenScopes } from './member-rules.ts'
import { hasPermission, roles } from './permissions.ts'

const codes = (refusals: readonly { readonly code: string }[]) => refusals.map(({ code }) => code)

describe('roles', () => {
  it.each([
    ['owner', 'reader', 'owner', 1, []],
    ['owner', 'owner', 'manager', 2, []],
    ['owner', 'owner', 'manager', 1, ['last_owner']],
    ['owner', 'owner', 'owner', 1, []],
    ['manager', 'reader', 'owner', 1, ['above_own_role']],
    ['manager', 'reader', 'manager', 1, []],
    ['contributor', 'reader', 'auditor', 1, ['above_own_role']],
    ['manager', 'reader', 'auditor', 1, []],
  ] as const)('%s makes a %s a %s, with %i owners', (actorRole, from, to, owners, expected) => {
    expect(codes(refuseRoleChange({ actorRole, from, to, owners }))).toEqual(expected)
  })

  it('leave an organisation with an owner', () => {
    expect(codes(refuseRemoval({ role: 'owner', owners: 1 }))).toEqual(['last_owner'])
    expect(refuseRemoval({ role: 'owner', owners: 2 })).toEqual([])
    expect(refuseRemoval({ role: 'manager', owners: 1 })).toEqual([])
  })

  it('are invited to by somebody who holds as much', () => {
    const invitation = { actorRole: 'owner', role: 'owner', email: 'a@example.org', isMember: false } as const
    expect(refuseInvitation(invitation)).toEqual([])
    expect(codes(refuseInvitation({ ...invitation, isMember: true }))).toEqual(['already_member'])
    expect(codes(refuseInvitation({ ...invitation, actorRole: 'manager' }))).toEqual(['above_own_role'])
  })
})

describe('a token', () => {
  const token = { role: 'owner', byToken: false, scopes: ['risk:read'], liveTokens: 0 } as const

  it('holds a part of what its person may do, and never the management of accounts', () => {
    expect(refuseToken(token)).toEqual([])
    expect(codes(refuseToken({ ...token, role: 'reader', scopes: ['risk:write'] }))).toEqual(['scope_not_held'])
    expect(codes(refuseToken({ ...token, scopes: ['member:manage'] }))).toEqual(['scope_not_held'])
    expect(codes(refuseToken({ ...token, scopes: ['token:own'] }))).toEqual(['scope_not_held'])
    for (const role of roles) {
      expect(tokenScopes(role)).toContain('risk:read')
      expect(tokenScopes(role).filter((scope) => !hasPermission(role, scope))).toEqual([])
    }
  })

  it('is made by a person, and there are 50 at most', () => {
    expect(codes(refuseToken({ ...token, byToken: true }))).toEqual(['token_by_token'])
    expect(codes(refuseToken({ ...token, liveTokens: 50 }))).toEqual(['too_many_tokens'])
  })
})
