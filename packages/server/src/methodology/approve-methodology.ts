import type { Methodology } from '@sinew/contract/methodology/methodology-contract.ts'
import { hasPermission, type Role } from '@sinew/core/access/permissions.ts'
import { approvalRefusals, isApprovedAlone } from '@sinew/core/methodology/methodology-approval.ts'
import { methodologyRefusals } from '@sinew/core/methodology/methodology-rules.ts'
import { currentEngine } from '@sinew/core/portfolio/current-engine.ts'
import { assertKnownChange, assertPlannedChange } from '../change/assert-planned-change.ts'
import type { Context, Reader } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getMethodologyVersion, lockMethodology } from './methodology-store.ts'

/** Puts a draft in force. Levels change with the scales, and acceptances given under the former version reopen. */
export async function approveMethodology(
  ctx: Context,
  methodologyId: string,
  ifMatch: number,
  changeId: string | null,
): Promise<Methodology> {
  await ctx.recorded({}, async (tx) => {
    const version = await lockMethodology(tx, methodologyId)
    assertVersion(ifMatch, version.version)
    await assertKnownChange(tx, changeId)
    const people = { proposedBy: version.proposed_by, approver: ctx.actor.id }
    assertAllowed([
      ...approvalRefusals({
        ...people,
        status: version.status as Methodology['status'],
        otherApprovers: await countOtherApprovers(ctx.db, ctx.actor.id),
      }),
      ...methodologyRefusals(version.content).map(({ code, message }) => ({ code, message })),
    ])
    const inForce = await tx
      .selectFrom('methodology')
      .select('id')
      .where('status', '=', 'approved')
      .where('is_default', '=', false)
      .executeTakeFirst()
    await assertPlannedChange(tx, {
      subject: 'methodology',
      isFirst: inForce === undefined,
      changeId,
      versionId: methodologyId,
    })
    await tx.updateTable('methodology').set({ status: 'superseded' }).where('status', '=', 'approved').execute()
    await tx
      .updateTable('methodology')
      .set({
        status: 'approved',
        approved_by: ctx.actor.id,
        approved_by_name: ctx.actor.name,
        approved_at: ctx.now,
        approved_alone: isApprovedAlone(people),
        change_id: changeId,
        engine: JSON.stringify(currentEngine),
      })
      .where('id', '=', methodologyId)
      .execute()
  })
  return getMethodologyVersion(ctx.db, methodologyId)
}

async function countOtherApprovers(db: Reader, userId: string): Promise<number> {
  const members = await db.selectFrom('member').where('user_id', '<>', userId).select('role').execute()
  return members.filter((member) => hasPermission(member.role as Role, 'methodology:approve')).length
}
