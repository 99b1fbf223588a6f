import type { File } from '@sinew/contract/file/file-contract.ts'
import { safeFileName } from '@sinew/core/file/file-name.ts'
import type { Context, Writer } from '../context.ts'
import { newId } from '../db/identity.ts'
import { notFound } from '../errors.ts'
import type { StoredFile } from './file-store.ts'
import { headBytes, tellMediaType } from './tell-media-type.ts'

type FileRow = {
  readonly id: string
  readonly name: string
  readonly media_type: string
  readonly size_bytes: number
  readonly sha256: string
  readonly created_at: Date
}

export function toFile(row: FileRow): File {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    createdAt: row.created_at.toISOString(),
  }
}

/** Notes a file that is in the store already. */
export async function insertFile(ctx: Context, tx: Writer, stored: StoredFile, name: string): Promise<FileRow> {
  const head = await ctx.services.files.head(stored.sha256, headBytes)
  const safe = safeFileName(name)
  return tx
    .insertInto('file')
    .values({
      organization_id: ctx.organizationId,
      id: newId(),
      sha256: stored.sha256,
      size_bytes: stored.sizeBytes,
      media_type: await tellMediaType(head, safe),
      name: safe,
      uploaded_by: ctx.actor.id,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function receiveFile(ctx: Context, stored: StoredFile, name: string): Promise<File> {
  return toFile(await ctx.recorded({ derives: false }, (tx) => insertFile(ctx, tx, stored, name)))
}

export async function getFileRow(ctx: Context, fileId: string): Promise<FileRow> {
  const row = await ctx.db.selectFrom('file').selectAll().where('id', '=', fileId).executeTakeFirst()
  if (!row) throw notFound('file')
  return row
}
