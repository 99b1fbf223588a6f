import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { exportEvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import type { ParsedQuery } from '@sinew/contract/route.ts'
import { refuseRoom } from '@sinew/core/evidence-room/room-limits.ts'
import type { Context } from '../context.ts'
import { assertAllowed } from '../errors.ts'
import { writeZip, type ZipEntry } from '../export/write-zip.ts'
import { loadRoom, type Room } from './load-room.ts'
import { roomCsv } from './room-csv.ts'
import { type RoomFacts, roomHtml } from './room-html.ts'
import { isShown, type RoomFile } from './room-piece.ts'
import { piecesIn, sizeOf } from './room-size.ts'
import { statementFiles } from './statement-files.ts'

/** Everything is read within the request's snapshot; the files, which never change, are sent after it. */
export async function exportRoom(ctx: Context, query: ParsedQuery<typeof exportEvidenceRoom>): Promise<Response> {
  const room = await loadRoom(ctx, query)
  const size = sizeOf(room)
  assertAllowed(refuseRoom(size))
  const statement = await statementFiles(ctx)
  const at = ctx.asOf ?? ctx.now
  const facts: RoomFacts = { size, by: ctx.actor.name, at, statement: statement.sentence }
  const entries = writeRoom(ctx, room, facts, statement.files)
  return new Response(Readable.toWeb(Readable.from(writeZip(entries, ctx.now))) as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="evidence-room-${size.from}-to-${size.until}.zip"`,
      'cache-control': 'no-store',
    },
  })
}

export type NamedText = { readonly path: string; readonly content: Uint8Array }

/** The files first, so that index and manifest say what was truly sent. */
async function* writeRoom(
  { services, log }: Context,
  room: Room,
  facts: RoomFacts,
  statement: readonly NamedText[],
): AsyncGenerator<ZipEntry> {
  const remarks = new Map<string, string>()
  const manifest: string[] = []
  const list = (sha256: string, path: string) => void manifest.push(`${sha256}  ${path}\n`)
  for (const { file, ...piece } of piecesIn(room)) {
    if (file === null) continue
    if (!isShown({ ...piece, file })) {
      remarks.set(file.path, 'Left out: the piece does not count any more.')
    } else if (!(await services.files.has(file.sha256))) {
      log.error({ sha256: file.sha256 }, 'a file is missing from the file store')
      remarks.set(file.path, 'Missing: its bytes are not in the file store.')
    } else {
      const sent = { sha256: '' }
      yield { path: file.path, content: readFile(services.files.read(file.sha256), file, remarks, sent) }
      list(sent.sha256, file.path)
    }
  }
  const index = [
    { path: 'index.csv', content: Buffer.from(roomCsv(room, remarks)) },
    { path: 'index.html', content: Buffer.from(roomHtml(room, facts, remarks)) },
  ]
  for (const { path, content } of [...statement, ...index]) {
    yield { path, content: [content] }
    list(createHash('sha256').update(content).digest('hex'), path)
  }
  yield { path: 'manifest.sha256', content: [Buffer.from(manifest.join(''))] }
}

/** Sends a file and hashes what is sent; a file that cannot be read to its end does not end the room. */
async function* readFile(
  bytes: ReadableStream<Uint8Array>,
  file: RoomFile,
  remarks: Map<string, string>,
  sent: { sha256: string },
): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of bytes) {
      hash.update(chunk)
      yield chunk
    }
  } catch {
    remarks.set(file.path, 'Broken off: it could not be read to its end.')
  }
  sent.sha256 = hash.digest('hex')
  if (sent.sha256 !== file.sha256 && !remarks.has(file.path)) {
    remarks.set(file.path, 'Changed: its bytes are not those that were received.')
  }
}
