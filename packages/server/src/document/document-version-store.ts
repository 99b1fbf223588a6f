import type { DocumentVersion, DocumentVersionSummary } from '@sinew/contract/document/document-version-contract.ts'
import { hasPermission, type Role } from '@sinew/core/access/permissions.ts'
import type { VersionStatus } from '@sinew/core/document/version-rules.ts'
import type { Context, Reader, Writer } from '../context.ts'
import { notFound } from '../errors.ts'
import { versionHash } from './version-hash.ts'

const summaryColumns = [
  'id',
  'version',
  'document_id',
  'version_number',
  'status',
  'title',
  'change_note',
  'authors',
  'author_name',
  'submitted_at',
  'approved_by_name',
  'approved_at',
  'approval_note',
  'approved_alone',
  'content_hash',
  'effective_at',
  'published_at',
  'published_by_name',
  'ended_at',
  'created_at',
  'updated_at',
] as const

function summaries(db: Reader) {
  return db.selectFrom('document_version').select(summaryColumns)
}

type SummaryRow = Awaited<ReturnType<ReturnType<typeof summaries>['executeTakeFirstOrThrow']>>

const iso = (at: Date | null) => at?.toISOString() ?? null

export function toVersionSummary(row: SummaryRow): DocumentVersionSummary {
  return {
    id: row.id,
    version: row.version,
    documentId: row.document_id,
    versionNumber: row.version_number,
    status: row.status as VersionStatus,
    title: row.title,
    changeNote: row.change_note,
    authors: [...row.authors],
    authorName: row.author_name,
    submittedAt: iso(row.submitted_at),
    approvedByName: row.approved_by_name,
    approvedAt: iso(row.approved_at),
    approvalNote: row.approval_note,
    approvedAlone: row.approved_alone,
    contentHash: row.content_hash,
    effectiveAt: iso(row.effective_at),
    publishedAt: iso(row.published_at),
    publishedByName: row.published_by_name,
    endedAt: iso(row.ended_at),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

export async function assertDocumentExists(db: Reader, documentId: string): Promise<void> {
  const row = await db.selectFrom('document').select('id').where('id', '=', documentId).executeTakeFirst()
  if (!row) throw notFound('document')
}

/** The newest first. */
export async function findDocumentVersions(db: Reader, documentId: string): Promise<DocumentVersionSummary[]> {
  const rows = await summaries(db).where('document_id', '=', documentId).orderBy('version_number', 'desc').execute()
  return rows.map(toVersionSummary)
}

type Asking = Pick<Context, 'db' | 'actor'>

export async function getDocumentVersion(ctx: Asking, id: string): Promise<DocumentVersion> {
  const { db } = ctx
  const row = await summaries(db).select(['content', 'owner_name']).where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('version of a document')
  const isUnchanged = row.content_hash === null ? null : (await versionHash(db, row)) === row.content_hash
  return {
    ...toVersionSummary(row),
    content: row.content,
    ownerName: row.owner_name,
    isUnchanged,
    otherApprovers: await countOtherApprovers(ctx, row.authors),
  }
}

/** Members who may approve, are not the one who asks, and wrote nothing of it. */
export async function countOtherApprovers({ db, actor }: Asking, authors: readonly string[]): Promise<number> {
  const members = await db.selectFrom('member').select(['user_id', 'role']).execute()
  return members.filter(
    ({ user_id, role }) =>
      user_id !== actor.id && !authors.includes(user_id) && hasPermission(role as Role, 'document:manage'),
  ).length
}

/** The version with its row locked until the transaction ends. */
export async function lockDocumentVersion(tx: Writer, id: string) {
  const row = await tx.selectFrom('document_version').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('version of a document')
  return { ...row, versionNumber: row.version_number, status: row.status as VersionStatus }
}

/** The document with its row locked: one version at a time is started, published or retired. */
export async function lockDocument(tx: Writer, id: string) {
  const row = await tx.selectFrom('document').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound('document')
  return row
}
