import { crc32 } from 'node:zlib'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeZip, type ZipEntry } from './write-zip.ts'

async function* all(entries: readonly ZipEntry[]) {
  yield* entries
}

async function zipped(entries: readonly ZipEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  for await (const chunk of writeZip(all(entries), new Date('2026-03-01T12:00:00Z'))) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Names and check sums of the central directory, which is what a program that unpacks goes by. */
function directory(zip: Buffer): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (let at = zip.indexOf('PK\u0001\u0002'); at >= 0; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const length = zip.readUInt16LE(at + 28)
    found.set(zip.toString('utf8', at + 46, at + 46 + length), zip.readUInt32LE(at + 16))
  }
  return found
}

describe('a ZIP file', () => {
  it('gives back every entry, in several chunks, empty, or with a name of other letters', async () => {
    const long = Array.from({ length: 40 }, (_, at) => Buffer.alloc(70_000, `row ${at} of a long log\n`))
    const zip = await zipped([
      { path: 'evidence/E-1-Ärger ☂.log', content: long },
      { path: 'empty.txt', content: [] },
      { path: 'index.csv', content: [Buffer.from('a,b\r\n')] },
    ])
    const entries = unzipSync(zip)
    expect(Object.keys(entries)).toEqual(['evidence/E-1-Ärger ☂.log', 'empty.txt', 'index.csv'])
    expect(Buffer.concat(long).equals(entries['evidence/E-1-Ärger ☂.log'] ?? new Uint8Array())).toBe(true)
    expect(entries['empty.txt']).toHaveLength(0)
    for (const [path, sum] of directory(zip)) expect(sum, path).toBe(crc32(entries[path] ?? ''))
  })

  it('is given out while it is made', async () => {
    let asked = 0
    async function* endless(): AsyncGenerator<ZipEntry> {
      for (;;) yield { path: `${asked++}.bin`, content: [Buffer.from('x')] }
    }
    for await (const chunk of writeZip(endless(), new Date())) if (chunk.length > 0 && asked > 5) break
    expect(asked).toBeLessThan(10)
  })

  it('fails when an entry fails', async () => {
    async function* failing() {
      yield Buffer.from('a')
      throw new Error('the disk is gone')
    }
    await expect(zipped([{ path: 'a', content: failing() }])).rejects.toThrow('the disk is gone')
  })
})
