import { hasPermission, type Permission, type Role } from '@sinew/core/access/permissions.ts'
import type { Transaction } from 'kysely'
import type { Actor, Context } from '../context.ts'
import type { Database } from '../db/database.ts'
import { asOf as readAsOf } from '../db/time-travel.ts'
import { AppError } from '../errors.ts'
import { record } from '../ledger/recorded.ts'
import type { Services } from '../services.ts'
import type { Caller } from './authenticate.ts'

export type RequestFacts = {
  readonly organizationId: string
  readonly requestId: string
  readonly now: Date
  readonly asOf: Date | null
  readonly inStory: boolean
}

/** Finds who the caller is in this organisation. Not a member and no such organisation are one answer. */
export async function findStanding(
  tx: Transaction<Database>,
  caller: Caller,
): Promise<{ readonly role: Role; readonly actor: Actor; readonly scopes: readonly string[] | null }> {
  const absent = new AppError(404, 'There is no such organisation, or you do not belong to it.')
  if (caller.kind === 'nobody') throw new AppError(401, 'Sign in, or send a token.')
  const userId = caller.kind === 'user' ? caller.user.id : null
  const member = await tx
    .selectFrom('member')
    .select(['id', 'user_id', 'role', 'name'])
    .where((where) =>
      caller.kind === 'token' ? where('id', '=', caller.memberId) : where('user_id', '=', userId ?? ''),
    )
    .executeTakeFirst()
  if (!member) throw absent
  const role = member.role as Role
  if (caller.kind === 'token') {
    return {
      role,
      actor: { kind: 'token', id: member.user_id, name: `${member.name} (${caller.name})` },
      scopes: caller.scopes,
    }
  }
  return { role, actor: { kind: 'user', id: member.user_id, name: member.name }, scopes: null }
}

export function buildContext(
  services: Services,
  tx: Transaction<Database>,
  facts: RequestFacts,
  standing: { readonly role: Role; readonly actor: Actor; readonly scopes: readonly string[] | null },
): Context {
  const db = facts.asOf === null ? tx : readAsOf(tx, services.timeTravelTables, facts.asOf)
  return {
    ...facts,
    actor: standing.actor,
    role: standing.role,
    can: (permission) => isPermitted(standing, permission),
    db,
    recorded: (recording, write) => record(tx, { ...facts, actor: standing.actor }, recording, write),
    log: services.log,
    services,
  }
}

/** A token never reaches further than its scopes, nor further than its person's role. */
export function isPermitted(
  standing: { readonly role: Role; readonly scopes: readonly string[] | null },
  permission: Permission,
): boolean {
  return hasPermission(standing.role, permission) && (standing.scopes === null || standing.scopes.includes(permission))
}
