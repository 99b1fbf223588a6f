import type { Member, changeRole as route } from '@sinew/contract/member/member-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuseRoleChange } from '@sinew/core/access/member-rules.ts'
import { hasPermission } from '@sinew/core/access/permissions.ts'
import type { Context } from '../context.ts'
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
    await tx.updateTable('member').set({ role }).where('id', '=', memberId).execute()
    if (!hasPermission(role, 'member:manage')) await revokeInvitationsOf(tx, member.user_id, ctx.now)
  })
  return getMember(ctx, memberId)
}
