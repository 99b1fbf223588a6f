import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { downloadFile, uploadFile } from '@sinew/contract/file/file-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'
import { tellMediaType } from './tell-media-type.ts'

const hostile = fileURLToPath(new URL('../../../../../shared/samples/hostile/', import.meta.url))

let server: TestServer
let ours: TestOrganization
let params: { organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
})

const png = Uint8Array.from([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 6,
  0, 0, 0, 0x1f, 0x15, 0xc4, 0x89, 0, 0, 0, 0x0d, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9c, 0x62, 0, 1, 0, 0, 5, 0, 1, 0x0d,
  0x0a, 0x2d, 0xb4, 0, 0, 0, 0, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
])

const upload = (body: BodyInit, name: string) => ours.client.call(uploadFile, { params, body, query: { name } })
const download = (fileId: string, inline: 'true' | 'false') =>
  ours.client.download(downloadFile, { params: { ...params, fileId }, query: { inline } })

describe('a file', () => {
  it('comes back byte for byte under a clean name', async () => {
    const text = 'Backup of 3 March restored in 41 minutes.\n'
    const file = await upload(text, '../../\u202Erestore "test".txt')
    expect(file).toMatchObject({ name: 'restore _test_.txt', mediaType: 'text/plain', sizeBytes: text.length })
    const response = await download(file.id, 'false')
    expect(await response.text()).toBe(text)
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="restore _test_.txt"; filename*=UTF-8''restore%20_test_.txt`,
    )
  })

  it.each([
    ['png', png, 'image/png', true],
    ['pdf', '%PDF-1.7\n%âãÏÓ\n', 'application/pdf', true],
    ['html', '<!DOCTYPE html><script>alert(1)</script>', 'text/html', false],
    ['svg', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'image/svg+xml', false],
    ['json', '{"a": 1}', 'application/json', false],
  ])('of kind %s shows in the page only when it can do nothing there', async (kind, content, mediaType, shows) => {
    // The name claims to be a picture; only the bytes decide.
    const file = await upload(content, `${kind}.png`)
    expect(file.mediaType).toBe(mediaType)
    const inline = await download(file.id, 'true')
    await inline.arrayBuffer()
    expect(inline.headers.get('content-type')).toBe(shows ? mediaType : 'application/octet-stream')
    expect(inline.headers.get('content-disposition')).toMatch(shows ? /^inline/ : /^attachment/)
    const saved = await download(file.id, 'false')
    await saved.arrayBuffer()
    for (const response of [inline, saved]) {
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toMatch(/^default-src 'none'; /)
    }
    expect(saved.headers.get('content-type')).toBe('application/octet-stream')
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment/)
    expect(saved.headers.get('content-security-policy')).toContain('sandbox')
  })

  it('is refused when it is empty or too large, and leaves nothing behind', async () => {
    await expect(upload('', 'empty.txt')).rejects.toMatchObject({ status: 422 })
    const limit = server.services.maxUploadBytes
    expect((await upload(new Uint8Array(limit), 'just right.bin')).sizeBytes).toBe(limit)
    await expect(upload(new Uint8Array(limit + 1), 'too large.bin')).rejects.toMatchObject({
      status: 413,
      message: 'The file is larger than 5 MB, the limit set for this installation.',
    })
    const kept = await server.services.pools.owner.query('select count(*)::int as n from file where name = $1', [
      'too large.bin',
    ])
    expect(kept.rows[0]?.n).toBe(0)
  })

  it('is for members only, and sent by those who may write', async () => {
    const file = await upload('ours', 'ours.txt')
    const reader = await ours.clientAs('reader')
    const one = { ...params, fileId: file.id }
    expect(await (await reader.download(downloadFile, { params: one })).text()).toBe('ours')
    await expect(reader.call(uploadFile, { params, body: 'x', query: { name: 'x' } })).rejects.toMatchObject({
      status: 403,
    })
    const stranger = await server.createOrganization('Another')
    await expect(
      stranger.client.download(downloadFile, { params: { ...one, organizationId: stranger.organizationId } }),
    ).rejects.toMatchObject({ status: 404 })
    const nobody = await server.app.request(`${testUrl}/api/orgs/${params.organizationId}/files/${file.id}/content`)
    expect(nobody.status).toBe(401)
  })
})

describe.skipIf(!existsSync(hostile))('the hostile files of the sample folder', () => {
  it('keep a name that can be saved anywhere', async () => {
    const names = JSON.parse(readFileSync(join(hostile, 'filenames.json'), 'utf8')) as string[]
    for (const name of names) {
      const file = await upload('x', name)
      expect(file.name).not.toMatch(/[/\\"<>|:\p{Cc}\p{Cf}]|^\.|^(con|aux)\b/iu)
    }
  })

  it('are kept and only ever saved, never shown', async () => {
    for (const name of readdirSync(hostile)) {
      const bytes = readFileSync(join(hostile, name))
      if (bytes.length === 0) {
        await expect(upload(bytes, name)).rejects.toMatchObject({ status: 422 })
        continue
      }
      const file = await upload(bytes, name)
      const response = await download(file.id, 'true')
      expect(response.headers.get('content-disposition'), name).toMatch(/^attachment/)
      expect(Buffer.from(await response.arrayBuffer()).equals(bytes), name).toBe(true)
    }
  })
})

describe('the kind of a file', () => {
  it.each([
    ['a,b\n1,2\n', 'x.csv', 'text/csv'],
    ['a,b\n1,2\n', 'x.exe', 'text/plain'],
    ['# Title', 'x.md', 'text/markdown'],
    ['\uFEFF{"a":1}', 'x', 'application/json'],
    ['  \n<ScRiPt>', 'x.txt', 'text/html'],
    ['<?xml version="1.0"?><x/>', 'x', 'application/xml'],
    ['<?xml version="1.0"?><svg/>', 'x', 'image/svg+xml'],
    ['a\u0000b', 'x.txt', 'application/octet-stream'],
  ])('%j named %s is %s', async (text, name, mediaType) => {
    expect(await tellMediaType(new TextEncoder().encode(text), name)).toBe(mediaType)
  })

  it('does not mind a character cut off at the end of the head, but does mind bytes that are no text', async () => {
    expect(await tellMediaType(new TextEncoder().encode('aé').subarray(0, 2), 'x')).toBe('text/plain')
    expect(await tellMediaType(Uint8Array.from([0x61, 0xff, 0x61]), 'x')).toBe('application/octet-stream')
    expect(await tellMediaType(Uint8Array.from([0xff, 0xfe, 0x61, 0, 0x62, 0]), 'x')).toBe('text/plain')
  })
})
