import { type AccessLimits, isWithinAreas, refuseEnded } from '@sinew/core/access/access-limits.ts'
import { hasPermission, type Permission, type Role } from '@sinew/core/access/permissions.ts'
import type { Transaction } from 'kysely'
import type { Actor, Context } from '../context.ts'
import { limitColumns, toLimits } from '../db/access-limits.ts'
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

export type Standing = {
  readonly memberId: string
  readonly email: string
  readonly role: Role
  readonly limits: AccessLimits
  readonly actor: Actor
  /** Of a token; null for a session. */
  readonly scopes: readonly string[] | null
}

/** Finds who the caller is in this organisation. Not a member and no such organisation are one answer. */
export async function findStanding(tx: Transaction<Database>, caller: Caller, now: Date): Promise<Standing> {
  const absent = new AppError(404, 'There is no such organisation, or you do not belong to it.')
  if (caller.kind === 'nobody') throw new AppError(401, 'Sign in, or send a token.')
  const userId = caller.kind === 'user' ? caller.user.id : null
  const member = await tx
    .selectFrom('member')
    .select(['id', 'user_id', 'role', 'name', 'email', ...limitColumns])
    .where((where) =>
      caller.kind === 'token' ? where('id', '=', caller.memberId) : where('user_id', '=', userId ?? ''),
    )
    .executeTakeFirst()
  if (!member) throw absent
  const role = member.role as Role
  const limits = toLimits(member)
  const [ended] = refuseEnded(limits, now.getTime())
  if (ended !== undefined) throw new AppError(403, ended.message)
  const who = { memberId: member.id, email: member.email, role, limits }
  if (caller.kind === 'token') {
    return {
      ...who,
      actor: { kind: 'token', id: member.user_id, name: `${member.name} (${caller.name})` },
      scopes: caller.scopes,
    }
  }
  return { ...who, actor: { kind: 'user', id: member.user_id, name: member.name }, scopes: null }
}

export function buildContext(
  services: Services,
  tx: Transaction<Database>,
  facts: RequestFacts,
  standing: Standing,
): Context {
  const db = facts.asOf === null ? tx : readAsOf(tx, services.timeTravelTables, facts.asOf)
  return {
    ...facts,
    actor: standing.actor,
    role: standing.role,
    limits: standing.limits,
    can: (permission) => isPermitted(standing, permission),
    db,
    recorded: (recording, write) => record(tx, { ...facts, actor: standing.actor }, recording, write),
    log: services.log,
    services,
  }
}

/** A token never reaches further than its scopes, nor further than its person's role and the areas they may read. */
export function isPermitted(standing: Pick<Standing, 'role' | 'scopes' | 'limits'>, permission: Permission): boolean {
  if (!isWithinAreas(standing.limits, permission)) return false
  return hasPermission(standing.role, permission) && (standing.scopes === null || standing.scopes.includes(permission))
}
