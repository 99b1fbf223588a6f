import type { listMembers, Member } from '@sinew/contract/member/member-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import type { Role } from '@sinew/core/access/permissions.ts'
import { sql } from 'kysely'
import type { Context, Writer } from '../context.ts'
import { limitColumns, toLimits } from '../db/access-limits.ts'
import { containsPattern, listPage, type Page } from '../db/list-page.ts'
import { notFound } from '../errors.ts'

function members(ctx: Context) {
  const now = ctx.asOf ?? ctx.now
  return ctx.db
    .selectFrom('member')
    .leftJoin('person', 'person.user_id', 'member.user_id')
    .selectAll('member')
    .select((select) => [
      'person.id as person_id',
      'person.number as person_number',
      select
        .selectFrom('api_token')
        .whereRef('api_token.member_id', '=', 'member.id')
        .where('api_token.revoked_at', 'is', null)
        .where('api_token.expires_at', '>', now)
        .select((count) => count.fn.countAll<number>().as('n'))
        .as('token_count'),
    ])
}

type MemberRow = Awaited<ReturnType<ReturnType<typeof members>['executeTakeFirstOrThrow']>>

function toMember(ctx: Context, row: MemberRow): Member {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    email: row.email,
    role: row.role as Role,
    personId: row.person_id,
    personNumber: row.person_number,
    tokenCount: row.token_count ?? 0,
    isYou: row.user_id === ctx.actor.id,
    joinedAt: row.created_at.toISOString(),
    ...toLimits(row),
    areas: [...toLimits(row).areas],
  }
}

export async function findMembers(ctx: Context, query: ParsedQuery<typeof listMembers>): Promise<Page<Member>> {
  let found = members(ctx)
  if (query.role) found = found.where('member.role', '=', query.role)
  if (query.q) {
    const pattern = containsPattern(query.q)
    found = found.where((where) =>
      where.or([where('member.name', 'ilike', pattern), where('member.email', 'ilike', pattern)]),
    )
  }
  return listPage(
    found,
    query,
    {
      name: 'member.name',
      email: 'member.email',
      // As they rank, not as the alphabet does.
      role: sql`array_position(array['owner', 'manager', 'contributor', 'auditor', 'reader'], member.role)`,
      joinedAt: 'member.created_at',
    },
    (row) => toMember(ctx, row),
    'member.id',
  )
}

export async function getMember(ctx: Context, memberId: string): Promise<Member> {
  const row = await members(ctx).where('member.id', '=', memberId).executeTakeFirst()
  if (!row) throw notFound('member')
  return toMember(ctx, row)
}

/**
 * Locks the member and every owner in one order, so that two owners who step down at the same moment do not leave nobody.
 */
export async function lockMember(tx: Writer, memberId: string) {
  const locked = await tx
    .selectFrom('member')
    .select(['id', 'version', 'role', 'user_id', ...limitColumns])
    .where((where) => where.or([where('id', '=', memberId), where('role', '=', 'owner')]))
    .orderBy('id')
    .forUpdate()
    .execute()
  const member = locked.find(({ id }) => id === memberId)
  if (!member) throw notFound('member')
  return { ...member, role: member.role as Role, owners: locked.filter(({ role }) => role === 'owner').length }
}

/** Whoever may no longer invite leaves no open door behind: their pending links stop working. */
export async function revokeInvitationsOf(tx: Writer, userId: string, now: Date): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('invited_by', '=', userId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute()
}
