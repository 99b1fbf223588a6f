import { inlineMediaTypes } from '@sinew/contract/file/file-contract.ts'
import { periodInWords } from '@sinew/core/access/access-limits.ts'
import type { Context } from '../context.ts'
import { evidenceMeets, readableDays } from '../db/evidence-in-period.ts'
import { AppError } from '../errors.ts'
import { getFileRow } from './receive-file.ts'

/**
 * Sends what somebody once uploaded without ever letting it run (OWASP ASVS 5.0.0, V5.4): to be saved, unless it is one of
 * the kinds that show and do nothing, told by its bytes.
 */
export async function sendFile(ctx: Context, fileId: string, inline: boolean): Promise<Response> {
  const file = await getFileRow(ctx, fileId)
  await assertReadable(ctx, fileId)
  if (!(await ctx.services.files.has(file.sha256))) {
    ctx.log.error({ fileId, sha256: file.sha256 }, 'a file is missing from the file store')
    throw new AppError(404, 'The bytes of this file are not in the file store. Ask whoever runs this installation.')
  }
  const shows = inline && (inlineMediaTypes as readonly string[]).includes(file.media_type)
  const isPdf = file.media_type === 'application/pdf'
  return new Response(ctx.services.files.read(file.sha256), {
    headers: {
      'content-type': shows ? file.media_type : 'application/octet-stream',
      'content-length': String(file.size_bytes),
      'content-disposition': disposition(shows ? 'inline' : 'attachment', file.name),
      // A browser's own PDF reader does not start in a sandbox; it runs no script of the file's with our rights.
      'content-security-policy':
        shows && isPdf
          ? "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"
          : "default-src 'none'; sandbox; frame-ancestors 'none'",
      ...(shows && isPdf ? { 'x-frame-options': 'SAMEORIGIN' } : {}),
      'x-content-type-options': 'nosniff',
      // The bytes behind an id never change; whether somebody may see them can.
      'cache-control': 'private, no-cache',
      etag: `"${file.sha256}"`,
    },
  })
}

/** Within a limited period a file may be read when a piece of evidence of that period holds it. */
async function assertReadable({ db, limits }: Context, fileId: string): Promise<void> {
  const days = readableDays(limits)
  if (days === null) return
  const piece = await db
    .selectFrom('evidence')
    .select('id')
    .where('file_id', '=', fileId)
    .where(evidenceMeets(days))
    .executeTakeFirst()
  if (piece === undefined) {
    throw new AppError(403, `Your access covers ${periodInWords(limits)}; no evidence of that time holds this file.`)
  }
}

/** RFC 6266: a plain name for everybody, and the real one in UTF-8. */
function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
