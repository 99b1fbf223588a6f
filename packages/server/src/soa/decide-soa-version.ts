import type { SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { approvalRefusals, decisionRefusals, isApprovedAlone } from '@sinew/core/soa/version-rules.ts'
import { assertKnownChange, assertPlannedChange } from '../change/assert-planned-change.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { countOtherDeciders, getSoaVersion, lockSoaVersion } from './soa-version-store.ts'

type Decision = { readonly id: string; readonly ifMatch: number; readonly note: string }

/** Puts a proposal in force and supersedes the version before it, which stays readable as it was. */
export async function approveSoaVersion(
  ctx: Context,
  { id, ifMatch, note, changeId }: Decision & { readonly changeId: string | null },
): Promise<SoaVersion> {
  // Decisions that weakened proof are counted from the last approval on, so what the lint says moves with it.
  await ctx.recorded({ reason: note }, async (tx) => {
    const row = await lockSoaVersion(tx, id)
    assertVersion(ifMatch, row.version)
    await assertKnownChange(tx, changeId)
    const people = { proposedBy: row.proposed_by, decidedBy: ctx.actor.id }
    const others = await countOtherDeciders(ctx.db, ctx.actor.id)
    assertAllowed(approvalRefusals({ ...people, status: row.status, number: row.version_number, others }))
    const inForce = await tx.selectFrom('soa_version').select('id').where('status', '=', 'approved').executeTakeFirst()
    await assertPlannedChange(tx, { subject: 'soa', isFirst: inForce === undefined, changeId, versionId: id })
    await tx.updateTable('soa_version').set({ status: 'superseded' }).where('status', '=', 'approved').execute()
    await tx
      .updateTable('soa_version')
      .set({ ...decided(ctx, 'approved', note), approved_alone: isApprovedAlone(people), change_id: changeId })
      .where('id', '=', id)
      .execute()
  })
  return getSoaVersion(ctx, id)
}

/** Sends a proposal back with the reason. */
export function rejectSoaVersion(ctx: Context, decision: Decision): Promise<SoaVersion> {
  return close(ctx, decision, 'rejected')
}

/** Takes a proposal back. */
export function withdrawSoaVersion(ctx: Context, decision: Decision): Promise<SoaVersion> {
  return close(ctx, decision, 'withdrawn')
}

async function close(
  ctx: Context,
  { id, ifMatch, note }: Decision,
  status: 'rejected' | 'withdrawn',
): Promise<SoaVersion> {
  await ctx.recorded({ reason: note, derives: false }, async (tx) => {
    const row = await lockSoaVersion(tx, id)
    assertVersion(ifMatch, row.version)
    assertAllowed(decisionRefusals({ status: row.status, number: row.version_number }))
    await tx
      .updateTable('soa_version')
      .set(decided(ctx, status, note))
      .where('id', '=', id)
      .execute()
  })
  return getSoaVersion(ctx, id)
}

function decided(ctx: Context, status: 'approved' | 'rejected' | 'withdrawn', note: string) {
  return {
    status,
    decided_by: ctx.actor.id,
    decided_by_name: ctx.actor.name,
    decided_at: ctx.now,
    decision_note: note,
  }
}
