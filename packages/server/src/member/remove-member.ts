import { refuseRemoval } from '@sinew/core/access/member-rules.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { lockMember, revokeInvitationsOf } from './member-store.ts'

/** Ends a membership. Tokens go with it; a session that is still open has no standing here from the next request on. */
export async function removeMember(ctx: Context, memberId: string, ifMatch: number, reason: string): Promise<void> {
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    const member = await lockMember(tx, memberId)
    assertVersion(ifMatch, member.version)
    assertAllowed(refuseRemoval(member))
    await revokeInvitationsOf(tx, member.user_id, ctx.now)
    await tx.deleteFrom('member').where('id', '=', memberId).execute()
  })
}
