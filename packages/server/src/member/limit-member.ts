import type { Member, limitMember as route } from '@sinew/contract/member/member-contract.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { refuseLimits } from '@sinew/core/access/access-limits.ts'
import type { Context } from '../context.ts'
import { fromLimits } from '../db/access-limits.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getMember, lockMember } from './member-store.ts'

/** Says how long somebody may sign in and what an auditor may read; a last day that has passed ends the access at once. */
export async function limitMember(
  ctx: Context,
  memberId: string,
  ifMatch: number,
  { reason, ...limits }: ParsedBody<typeof route>,
): Promise<Member> {
  await ctx.recorded({ reason, derives: false }, async (tx) => {
    const member = await lockMember(tx, memberId)
    assertVersion(ifMatch, member.version)
    assertAllowed(refuseLimits({ actorRole: ctx.role, role: member.role, limits }))
    await tx.updateTable('member').set(fromLimits(limits)).where('id', '=', memberId).execute()
  })
  return getMember(ctx, memberId)
}
