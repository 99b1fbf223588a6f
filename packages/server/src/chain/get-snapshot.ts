import { createHash } from 'node:crypto'
import type { Context } from '../context.ts'
import { readCheckpoint } from './checkpoint.ts'
import { loadSnapshot } from './load-snapshot.ts'

/** The chain as JSON, with a tag of its content: as it is stored, so that a large one is not taken apart to be sent. */
export async function getSnapshot(ctx: Context, request: Request): Promise<Response> {
  const { at, json } = await snapshotJson(ctx)
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`
  const headers = { etag, 'cache-control': 'no-store' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  return new Response(`{"at":${JSON.stringify(at.toISOString())},"snapshot":${json}}`, {
    headers: { ...headers, 'content-type': 'application/json' },
  })
}

async function snapshotJson({ db, asOf, now }: Context): Promise<{ readonly at: Date; readonly json: string }> {
  const stored = asOf === null ? await readCheckpoint(db) : null
  return stored ?? { at: asOf ?? now, json: JSON.stringify(await loadSnapshot({ db, asOf })) }
}
