import type { DocumentVersion } from '@sinew/contract/document/document-version-contract.ts'
import {
  approveRefusals,
  isApprovedAlone,
  publishRefusals,
  retireRefusals,
  returnRefusals,
  submitRefusals,
} from '@sinew/core/document/version-rules.ts'
import { dayMs } from '@sinew/core/time/calendar.ts'
import { askAgain } from '../acknowledgement/ask-again.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { countOtherApprovers, getDocumentVersion, lockDocument, lockDocumentVersion } from './document-version-store.ts'
import { versionHash } from './version-hash.ts'

type Step = { readonly id: string; readonly ifMatch: number }
type Locked = Awaited<ReturnType<typeof lockDocumentVersion>>

/** Reads the version, locked, decides, and writes; what a step says is answered with the version as it is then. */
async function take(
  ctx: Context,
  { id, ifMatch }: Step,
  reason: string | undefined,
  write: (tx: Writer, row: Locked) => Promise<void>,
): Promise<DocumentVersion> {
  await ctx.recorded({ derives: false, ...(reason ? { reason } : {}) }, async (tx) => {
    const row = await lockDocumentVersion(tx, id)
    assertVersion(ifMatch, row.version)
    await write(tx, row)
  })
  return getDocumentVersion(ctx, id)
}

export function submitDocumentVersion(ctx: Context, step: Step): Promise<DocumentVersion> {
  return take(ctx, step, undefined, async (tx, row) => {
    const document = await lockDocument(tx, row.document_id)
    assertAllowed(submitRefusals(row, document.owner_id !== null))
    await tx
      .updateTable('document_version')
      .set({ status: 'in_review', submitted_at: ctx.now, title: document.title })
      .where('id', '=', step.id)
      .execute()
  })
}

export function returnDocumentVersion(ctx: Context, step: Step, reason: string): Promise<DocumentVersion> {
  return take(ctx, step, reason, async (tx, row) => {
    assertAllowed(returnRefusals(row))
    await tx
      .updateTable('document_version')
      .set({ status: 'draft', submitted_at: null })
      .where('id', '=', step.id)
      .execute()
  })
}

/** Freezes the text by its hash. */
export function approveDocumentVersion(ctx: Context, step: Step, note: string): Promise<DocumentVersion> {
  return take(ctx, step, note, async (tx, row) => {
    const who = { version: row, approver: ctx.actor.id }
    assertAllowed(approveRefusals({ ...who, otherApprovers: await countOtherApprovers(ctx, row.authors) }))
    await tx
      .updateTable('document_version')
      .set({
        status: 'approved',
        approved_by: ctx.actor.id,
        approved_by_name: ctx.actor.name,
        approved_at: ctx.now,
        approval_note: note,
        approved_alone: isApprovedAlone(who),
        content_hash: await versionHash(tx, row),
        owner_name: await ownerName(tx, row.document_id),
      })
      .where('id', '=', step.id)
      .execute()
  })
}

async function ownerName(db: Reader, documentId: string): Promise<string> {
  const row = await db
    .selectFrom('document')
    .innerJoin('person', 'person.id', 'document.owner_id')
    .select('person.name')
    .where('document.id', '=', documentId)
    .executeTakeFirst()
  return row?.name ?? ''
}

/** Makes it the one version that holds; the one before makes room, and who had to read that one reads this one. */
export function publishDocumentVersion(ctx: Context, step: Step, effective?: string): Promise<DocumentVersion> {
  const effectiveAt = effective === undefined ? ctx.now : new Date(effective)
  return take(ctx, step, undefined, async (tx, row) => {
    const document = await lockDocument(tx, row.document_id)
    assertAllowed(publishRefusals(row, effectiveAt.getTime(), ctx.now.getTime()))
    await tx
      .updateTable('document_version')
      .set({ status: 'superseded', ended_at: ctx.now })
      .where('document_id', '=', row.document_id)
      .where('status', '=', 'published')
      .execute()
    await tx
      .updateTable('document_version')
      .set({
        status: 'published',
        published_at: ctx.now,
        published_by_name: ctx.actor.name,
        effective_at: effectiveAt,
      })
      .where('id', '=', step.id)
      .execute()
    const reviewAt = new Date(ctx.now.getTime() + document.cadence_days * dayMs)
    await tx
      .updateTable('document')
      .set({ reviewed_at: ctx.now, review_at: reviewAt })
      .where('id', '=', row.document_id)
      .execute()
    await askAgain(ctx, tx, { documentId: row.document_id, documentVersionId: step.id })
  })
}

export function retireDocumentVersion(ctx: Context, step: Step, reason: string): Promise<DocumentVersion> {
  return take(ctx, step, reason, async (tx, row) => {
    assertAllowed(retireRefusals(row))
    await tx
      .updateTable('document_version')
      .set({ status: 'retired', ended_at: ctx.now })
      .where('id', '=', step.id)
      .execute()
    if (row.status !== 'published') return
    await tx.updateTable('document').set({ review_at: null }).where('id', '=', row.document_id).execute()
  })
}
