import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { AppError } from '../errors.ts'

export type StoredFile = { readonly sha256: string; readonly sizeBytes: number }

/** Files by the hash of their content; the same bytes are kept once. */
export type FileStore = {
  /** @throws AppError 413 past `maxBytes`, 422 for an empty file; nothing is kept then. */
  readonly put: (content: ReadableStream<Uint8Array>, maxBytes: number) => Promise<StoredFile>
  /** The first bytes, for telling the type by content. */
  readonly head: (sha256: string, bytes: number) => Promise<Uint8Array>
  readonly read: (sha256: string) => ReadableStream<Uint8Array>
  readonly has: (sha256: string) => Promise<boolean>
}

/** A content-addressed store on disk: written beside, flushed, then moved into place, so a crash leaves no half file. */
export function openDiskFileStore(folder: string): FileStore {
  const pathOf = (sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hexadecimal.')
    return join(folder, sha256.slice(0, 2), sha256)
  }
  return {
    put: async (content, maxBytes) => {
      const incoming = join(folder, 'incoming')
      await mkdir(incoming, { recursive: true })
      const temporary = join(incoming, randomBytes(16).toString('hex'))
      const hash = createHash('sha256')
      let sizeBytes = 0
      const measure = new Transform({
        transform(chunk: Buffer, _encoding, done) {
          sizeBytes += chunk.length
          if (sizeBytes > maxBytes) {
            done(
              new AppError(
                413,
                `The file is larger than ${Math.floor(maxBytes / 1_048_576)} MB, the limit set for this installation.`,
              ),
            )
            return
          }
          hash.update(chunk)
          done(null, chunk)
        },
      })
      try {
        await pipeline(Readable.fromWeb(content as never), measure, createWriteStream(temporary, { mode: 0o600 }))
        if (sizeBytes === 0) throw new AppError(422, 'The file is empty.')
        await flush(temporary)
        const sha256 = hash.digest('hex')
        await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true })
        await rename(temporary, pathOf(sha256))
        await flush(join(folder, sha256.slice(0, 2)))
        return { sha256, sizeBytes }
      } finally {
        await rm(temporary, { force: true })
      }
    },
    head: async (sha256, bytes) => {
      const handle = await open(pathOf(sha256))
      try {
        const buffer = new Uint8Array(bytes)
        const { bytesRead } = await handle.read(buffer, 0, bytes, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    read: (sha256) => Readable.toWeb(createReadStream(pathOf(sha256))) as ReadableStream<Uint8Array>,
    has: (sha256) =>
      stat(pathOf(sha256)).then(
        () => true,
        () => false,
      ),
  }
}

async function flush(path: string): Promise<void> {
  const handle = await open(path)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
