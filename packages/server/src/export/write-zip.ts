import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'
import { Zip, type ZipInputFile } from 'fflate'

export type ZipEntry = {
  /** With forward slashes. */
  readonly path: string
  readonly content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>
}

/**
 * A ZIP file as it is written, entry by entry: one chunk of one entry is held at a time, whatever their sizes. Without
 * ZIP64, so it holds 4 GB and 65,535 entries at most.
 */
export async function* writeZip(entries: AsyncIterable<ZipEntry>, at: Date): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    ready.push(chunk)
  })
  for await (const { path, content } of entries) {
    const entry: ZipInputFile = { filename: path, size: 0, crc: 0, compression: 8, mtime: at }
    zip.add(entry)
    for await (const chunk of deflated(measured(entry, content))) {
      entry.ondata?.(null, chunk, false)
      yield* ready.splice(0)
    }
    entry.ondata?.(null, new Uint8Array(0), true)
    yield* ready.splice(0)
  }
  zip.end()
  yield* ready.splice(0)
}

async function* measured(entry: ZipInputFile, content: ZipEntry['content']): AsyncGenerator<Uint8Array> {
  for await (const chunk of content) {
    entry.size += chunk.byteLength
    entry.crc = crc32(chunk, entry.crc)
    yield chunk
  }
}

function deflated(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array<ArrayBuffer>> {
  // Whoever reads hears of an error by reading.
  return pipeline(Readable.from(content, { objectMode: false }), createDeflateRaw({ level: 3 }), () => undefined)
}
