import type { scopeVersionRegister } from '@sinew/core/context/scope-registers.ts'
import { scopeApprovalRefusals, scopeProposalRefusals } from '@sinew/core/context/scope-rules.ts'
import { sql } from 'kysely'
import { assertPlannedChange } from '../change/assert-planned-change.ts'
import { countOthersWhoMay } from '../change/count-others-who-may.ts'
import type { Context, Writer } from '../context.ts'
import { contentHash } from '../ledger/content-hash.ts'
import type { RegisterRules } from '../register/register-rules.ts'
import { loadScopeContent } from './scope-content.ts'

export const scopeRules: RegisterRules<typeof scopeVersionRegister> = {
  searched: ['statement'],
  computed: {
    isOverdue: (_, at) =>
      sql`record.status = 'approved' and coalesce(record.next_review_at < ${at}::timestamptz, false)`,
  },
  changed: (ctx, tx, { id }) => nameProposer(ctx, tx, id),
  guard: async (ctx, tx, { id, changeId, nextReviewAt }, { to }) => {
    if (to === 'proposed') {
      const { content } = await loadScopeContent(tx, id)
      return scopeProposalRefusals({ content, nextReviewAt, now: ctx.now })
    }
    if (to !== 'approved') return []
    const isAuthor = await isProposer(ctx, tx, id)
    const otherApprovers = isAuthor ? await countOthersWhoMay(ctx, tx, 'context:manage') : 0
    const refusals = scopeApprovalRefusals({ isAuthor, otherApprovers })
    if (refusals.length > 0) return refusals
    const inForce = await tx
      .selectFrom('scope_version')
      .select('id')
      .where('status', '=', 'approved')
      .executeTakeFirst()
    await assertPlannedChange(tx, { subject: 'scope', isFirst: inForce === undefined, changeId, versionId: id })
    // Only one is in force, so the former makes room before the step is taken.
    await tx.updateTable('scope_version').set({ status: 'superseded' }).where('status', '=', 'approved').execute()
    return []
  },
  moved: async (ctx, tx, { id, statement }, { to }) => {
    if (to === 'proposed') await nameProposer(ctx, tx, id)
    if (to !== 'approved') return
    await freeze(ctx, tx, id)
    // What the statement of applicability prints.
    await tx
      .updateTable('organization')
      .set({ scope: statement, updated_at: ctx.now })
      .where('organization_id', '=', ctx.organizationId)
      .execute()
  },
}

/** Who wrote at it last may not approve it. */
async function nameProposer(ctx: Context, tx: Writer, id: string): Promise<void> {
  await tx
    .updateTable('scope_version')
    .set({ proposer_user: ctx.actor.id })
    .where('id', '=', id)
    .where('proposer_user', 'is distinct from', ctx.actor.id)
    .execute()
}

/** Whether the one who acts wrote or proposed the version. */
async function isProposer(ctx: Context, tx: Writer, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('scope_version')
    .select('proposer_user')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return row.proposer_user === ctx.actor.id
}

async function freeze(ctx: Context, tx: Writer, id: string): Promise<void> {
  const { content } = await loadScopeContent(tx, id)
  await tx
    .updateTable('scope_version')
    .set({
      content: JSON.stringify(content),
      content_hash: contentHash(content),
      approved_alone: await isProposer(ctx, tx, id),
    })
    .where('id', '=', id)
    .execute()
}
