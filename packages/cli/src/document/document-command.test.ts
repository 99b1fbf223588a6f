import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documents } from '@sinew/contract/document/document-contract.ts'
import { createDocumentDraft } from '@sinew/contract/document/document-version-contract.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinew-document-'))
  served = await serveOrganization()
  const params = { organizationId: served.organizationId }
  const body = { title: 'Backup policy', cadenceDays: 365 }
  const { id } = await served.client.call(documents.create, { params, body })
  await served.client.call(createDocumentDraft, {
    params: { ...params, documentId: id },
    body: { content: '# Backup' },
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('sinew document', () => {
  it('lists documents and writes a version to a file', async () => {
    const { out } = await served.run('document', 'list')
    expect(out.split('\n')[0]).toMatch(/^Ref +State +Version +Next review +Owner +Title$/)
    expect(out).toMatch(/D-1 +draft +- +- +nobody +Backup policy/)
    const path = join(folder, 'backup.md')
    const written = await served.run('document', 'export', 'D-1', '--number', '1', '--format', 'md', '--output', path)
    expect(written).toMatchObject({ code: 0, err: '' })
    expect(await readFile(path, 'utf8')).toBe('# Backup')
  })

  it.each([
    [['export', 'D-9'], 1],
    [['export', 'D-1'], 1],
    [['export', 'the policy'], 2],
    [['list', '--state', 'lost'], 2],
  ])('refuses %j in one line', async (args, code) => {
    const ran = await served.run('document', ...args)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
  })
})
