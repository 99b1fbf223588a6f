import type { Member, changeRole as route } from '@sinew/contract/member/member-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuseLimits, unlimited } from '@sinew/core/access/access-limits.ts'
import { refuseRoleChange } from '@sinew/core/access/member-rules.ts'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import type { Context } from '../context.ts'
import { fromLimits, toLimits } from '../db/access-limits.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getMember, lockMember, revokeInvitationsOf } from './member-store.ts'

export async function changeRole(
  ctx: Context,
  memberId: string,
  ifMatch: number,
  { role, reason }: ParsedBody<typeof route>,
): Promise<Member> {
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    const member = await lockMember(tx, memberId)
    assertVersion(ifMatch, member.version)
    assertAllowed(refuseRoleChange({ actorRole: ctx.role, from: member.role, to: role, owners: member.owners }))
    const { accessUntil } = toLimits(member)
    // A period and areas are an auditor's alone; a last day stays, and no owner has one.
    const kept = role === 'auditor' ? toLimits(member) : { ...unlimited, accessUntil }
    assertAllowed(refuseLimits({ actorRole: ctx.role, role, limits: kept }))
    await tx
      .updateTable('member')
      .set({ role, ...fromLimits(kept) })
      .where('id', '=', memberId)
      .execute()
    if (!hasPermission(role, 'member:manage')) await revokeInvitationsOf(tx, member.user_id, ctx.now)
  })
  return getMember(ctx, memberId)
}
