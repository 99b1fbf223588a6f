import type {
  createDocumentDraft as createRoute,
  DocumentVersion,
  updateDocumentDraft as updateRoute,
} from '@sinew/contract/document/document-version-contract.ts'
import { parseMarkdown } from '@sinew/contract/document/parse-markdown.ts'
import type { ParsedBody } from '@sinew/contract/route.ts'
import { imagesIn } from '@sinew/core/document/rich-text.ts'
import { dropRefusals, editRefusals, startRefusals, type VersionStatus } from '@sinew/core/document/version-rules.ts'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { assertAllowed, invalidField } from '../errors.ts'
import { assertVersion } from '../ledger/versioned.ts'
import { getDocumentVersion, lockDocument, lockDocumentVersion } from './document-version-store.ts'
import { findImages } from './version-hash.ts'

export async function createDocumentDraft(
  ctx: Context,
  documentId: string,
  input: ParsedBody<typeof createRoute>,
): Promise<DocumentVersion> {
  const id = await ctx.recorded({ derives: false }, async (tx) => {
    const document = await lockDocument(tx, documentId)
    const versions = await tx
      .selectFrom('document_version')
      .select(['version_number', 'status', 'content'])
      .where('document_id', '=', documentId)
      .orderBy('version_number', 'desc')
      .execute()
    const working = versions.find(({ status }) => ['draft', 'in_review', 'approved'].includes(status))
    assertAllowed(
      startRefusals(
        working ? { versionNumber: working.version_number, status: working.status as VersionStatus } : null,
      ),
    )
    return insertDraft(ctx, tx, {
      documentId,
      title: document.title,
      versionNumber: (versions[0]?.version_number ?? 0) + 1,
      content: input.content ?? versions[0]?.content ?? '',
      changeNote: input.changeNote,
    })
  })
  return getDocumentVersion(ctx, id)
}

type Draft = {
  readonly documentId: string
  readonly title: string
  readonly versionNumber: number
  readonly content: string
  readonly changeNote: string
}

export async function insertDraft(ctx: Context, tx: Writer, draft: Draft): Promise<string> {
  const id = newId()
  await tx
    .insertInto('document_version')
    .values({
      organization_id: ctx.organizationId,
      id,
      document_id: draft.documentId,
      version_number: draft.versionNumber,
      title: draft.title,
      content: draft.content,
      change_note: draft.changeNote,
      authors: [ctx.actor.id],
      author_name: ctx.actor.name,
    })
    .execute()
  return id
}

export async function updateDocumentDraft(
  ctx: Context,
  id: string,
  ifMatch: number,
  input: ParsedBody<typeof updateRoute>,
): Promise<DocumentVersion> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const row = await lockDocumentVersion(tx, id)
    assertVersion(ifMatch, row.version)
    assertAllowed(editRefusals(row))
    if (input.content !== undefined) await assertImages(tx, input.content)
    const { content = row.content, changeNote = row.change_note } = input
    if (content === row.content && changeNote === row.change_note) return
    await tx
      .updateTable('document_version')
      .set({
        content,
        change_note: changeNote,
        authors: [...new Set([...row.authors, ctx.actor.id])],
        author_name: ctx.actor.name,
      })
      .where('id', '=', id)
      .execute()
  })
  return getDocumentVersion(ctx, id)
}

/** An image of a text is a picture of this organisation's file store. */
async function assertImages(tx: Writer, content: string): Promise<void> {
  const wanted = imagesIn(parseMarkdown(content))
  const found = await findImages(tx, content)
  const missing = wanted.find((one) => !found.some(({ id }) => id === one))
  if (missing !== undefined)
    throw invalidField('content', `There is no file ${missing} in this organisation. Upload the image again.`)
  const other = found.find(({ media_type }) => !['image/png', 'image/jpeg'].includes(media_type))
  if (other !== undefined)
    throw invalidField('content', `“${other.name}” is no PNG or JPEG image, and cannot be shown in a text.`)
}

export async function deleteDocumentDraft(ctx: Context, id: string, ifMatch: number): Promise<void> {
  await ctx.recorded({ derives: false }, async (tx) => {
    const row = await lockDocumentVersion(tx, id)
    assertVersion(ifMatch, row.version)
    assertAllowed(dropRefusals(row))
    await tx.deleteFrom('document_version').where('id', '=', id).execute()
  })
}
