import { lineDiff } from '@sinew/core/document/line-diff.ts'
import type { Context } from '../context.ts'
import { notFound } from '../errors.ts'
import { findDocumentVersions, getDocumentVersion } from './document-version-store.ts'

/** What a version changed against another of the same document; against the one before it where none is named. */
export async function diffDocumentVersions(ctx: Context, id: string, against: string | undefined) {
  const to = await getDocumentVersion(ctx, id)
  const before = (await findDocumentVersions(ctx.db, to.documentId)).find(
    ({ versionNumber }) => versionNumber < to.versionNumber,
  )
  const fromId = against ?? before?.id
  const from = fromId === undefined ? null : await getDocumentVersion(ctx, fromId)
  if (from !== null && from.documentId !== to.documentId) throw notFound('version of this document')
  return { from, to, lines: lineDiff(from?.content ?? '', to.content).map((line) => ({ ...line })) }
}
