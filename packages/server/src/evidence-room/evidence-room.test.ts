import { createHash } from 'node:crypto'
import { truncate, unlink, writeFile } from 'node:fs/promises'
import { auditEvidence, audits } from '@sinew/contract/audit/audit-contract.ts'
import type { BodyOf } from '@sinew/contract/client.ts'
import { getControl, listControls } from '@sinew/contract/control/control-contract.ts'
import { createEvidence, withdrawEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { exportEvidenceRoom, getEvidenceRoom } from '@sinew/contract/evidence-room/evidence-room-contract.ts'
import { uploadFile } from '@sinew/contract/file/file-contract.ts'
import { approveSoaVersion, proposeSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'
import { giveReasons } from '../test/test-statement.ts'

const year = { from: '2026-01-01', until: '2026-12-31' }

let server: TestServer
let ours: TestOrganization
let params: { organizationId: string }
let restore: string
const add = (body: Partial<BodyOf<typeof createEvidence>>) =>
  ours.client.call(createEvidence, {
    params,
    body: {
      title: 'Piece',
      kind: 'note',
      note: 'Seen.',
      nature: 'operation',
      collectedAt: '2026-03-01T12:00:00Z',
      ...body,
    },
  })
const addFile = async (name: string, text: string, body: Partial<BodyOf<typeof createEvidence>> = {}) => {
  const file = await ours.client.call(uploadFile, { params, body: text, query: { name } })
  return {
    file,
    piece: await add({ kind: 'file', fileId: file.id, title: name, needIds: [restore], note: '', ...body }),
  }
}

beforeAll(async () => {
  server = await startTestServer()
  server.setNow(new Date('2026-12-31T12:00:00Z'))
  ours = await server.createOrganization('Rowan <&> Sons')
  params = { organizationId: ours.organizationId }
  const { items } = await ours.client.call(listControls, { params, query: { q: 'A.8.13' } })
  const control = await ours.client.call(getControl, { params: { ...params, controlId: items[0]?.id ?? '' } })
  restore = control.needs[2]?.id ?? ''
})

type Query = NonNullable<Parameters<typeof ours.client.download<typeof exportEvidenceRoom>>[1]>['query']

async function roomOf(query: Query = year, client = ours.client) {
  const response = await client.download(exportEvidenceRoom, { params, query })
  const entries = unzipSync(new Uint8Array(await response.arrayBuffer()))
  const text = (path: string) => Buffer.from(entries[path] ?? '').toString()
  const manifest = new Map(
    text('manifest.sha256')
      .trimEnd()
      .split('\n')
      .map((line) => [line.slice(66), line.slice(0, 64)]),
  )
  const rows: Record<string, string>[] = parse(text('index.csv'), { columns: true, bom: true })
  return { response, entries, text, manifest, rows }
}

describe('an evidence room', () => {
  it('is refused while nothing lies in the period, with the sentence the screen shows', async () => {
    expect(await ours.client.call(getEvidenceRoom, { params, query: year })).toMatchObject({ pieces: 0, controls: 93 })
    await expect(roomOf()).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'nothing_in_period' }] },
    })
  })

  it('holds index, files and statement, and every hash of its manifest is right', async () => {
    await addFile('restore Ä.txt', 'Restored in 41 minutes.', { result: { kind: 'k_of_n', passed: 9, expected: 10 } })
    await add({ title: '=SUM(1)', note: '<script>alert(1)</script>' })
    const { response, entries, text, manifest, rows } = await roomOf()
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="evidence-room-2026-01-01-to-2026-12-31.zip"',
    )
    expect(Object.keys(entries)).toEqual([
      'evidence/E-1-restore Ä.txt',
      expect.stringMatching(/^statement-of-applicability-draft-.*\.pdf$/),
      expect.stringMatching(/\.csv$/),
      'index.csv',
      'index.html',
      'manifest.sha256',
    ])
    const paths = Object.keys(entries).filter((path) => path !== 'manifest.sha256')
    expect([...manifest.keys()].sort()).toEqual(paths.sort())
    for (const [path, hash] of manifest) {
      expect(
        createHash('sha256')
          .update(entries[path] ?? '')
          .digest('hex'),
        path,
      ).toBe(hash)
    }
    expect(rows.find((row) => row.Evidence === 'E-1')).toMatchObject({
      Control: 'A.8.13',
      Result: '9 of 10',
      Path: 'evidence/E-1-restore Ä.txt',
      'SHA-256': manifest.get('evidence/E-1-restore Ä.txt'),
      'Size in bytes': '23',
      Remark: '',
    })
    expect(rows.find((row) => row.Evidence === 'E-2')).toMatchObject({ Control: '', Title: "'=SUM(1)" })
    expect(rows.filter((row) => row.Remark === 'No evidence in this period.').length).toBeGreaterThan(90)
    expect(text('index.html')).toContain('href="evidence/E-1-restore%20%C3%84.txt"')
    expect(text('index.html')).toContain('Rowan &lt;&amp;&gt; Sons')
    expect(text('index.html')).not.toContain('<script>')
  })

  it('names in the index what is missing, changed or withdrawn, and goes on', async () => {
    const gone = await addFile('gone.txt', 'gone')
    const changed = await addFile('changed.txt', 'as received')
    const withdrawn = await addFile('withdrawn.txt', 'withdrawn')
    await ours.client.call(withdrawEvidence, {
      params: { ...params, evidenceId: withdrawn.piece.id },
      ifMatch: withdrawn.piece.version,
      body: { reason: 'Of another system' },
    })
    const pathOf = ({ sha256 }: { readonly sha256: string }) => server.pathOfFile(sha256)
    await unlink(pathOf(gone.file))
    await truncate(pathOf(changed.file))
    await writeFile(pathOf(changed.file), 'as rewritten')
    const { rows, entries, manifest } = await roomOf({ ...year, controls: 'A.8.13' })
    const remark = (name: string) => rows.find((row) => row.File === name)?.Remark
    expect(remark('gone.txt')).toBe('Missing: its bytes are not in the file store.')
    expect(remark('changed.txt')).toBe('Changed: its bytes are not those that were received.')
    expect(remark('withdrawn.txt')).toBe('Left out: the piece does not count any more.')
    expect(rows.find((row) => row.File === 'withdrawn.txt')?.State).toBe('withdrawn: Of another system')
    expect(Object.keys(entries).filter((path) => path.startsWith('evidence/'))).toEqual([
      expect.stringMatching(/changed\.txt$/),
      'evidence/E-1-restore Ä.txt',
    ])
    expect(manifest.has(`evidence/E-${changed.piece.number}-changed.txt`)).toBe(true)
  })

  it('goes by the period a piece speaks of, else by the day it was collected', async () => {
    await add({
      title: 'Logs of 2024',
      needIds: [restore],
      periodFrom: '2024-01-01T00:00:00Z',
      periodTo: '2024-12-31T23:00:00Z',
      collectedAt: '2025-02-01T00:00:00Z',
    })
    const titles = async (from: string, until: string) =>
      (await roomOf({ from, until })).rows.flatMap(({ Title = '' }) => (Title === '' ? [] : [Title]))
    expect(await titles('2024-12-31', '2025-03-01')).toEqual(['Logs of 2024'])
    await expect(titles('2025-01-01', '2025-03-01')).rejects.toMatchObject({ status: 409 })
  })

  it('holds the statement in force once there is one', async () => {
    await giveReasons(server.services, params.organizationId)
    const proposed = await ours.client.call(proposeSoaVersion, { params, body: { note: 'First' } })
    await ours.client.call(approveSoaVersion, {
      params: { ...params, soaVersionId: proposed.id },
      ifMatch: proposed.version,
      body: {},
    })
    const { entries, text } = await roomOf()
    expect(Object.keys(entries)).toContain('statement-of-applicability-v1.pdf')
    expect(text('index.html')).toContain('In force: approved by Olga Owner')
  })

  it('of an audit holds the controls of its scope and the evidence its auditors named', async () => {
    const audit = await ours.client.call(audits.create, {
      params,
      body: {
        title: 'Suppliers',
        startsAt: '2026-05-01T12:00:00Z',
        endsAt: '2026-05-02T12:00:00Z',
        controls: ['A.5.19'],
      },
    })
    const auditId = audit.id
    const named = await add({ title: 'Named', collectedAt: '2023-01-01T00:00:00Z', needIds: [restore] })
    await ours.client.call(auditEvidence.create, {
      params,
      body: { auditId, title: 'The log', seenAt: '2026-05-01T12:00:00Z', evidenceId: named.id },
    })
    expect(await ours.client.call(getEvidenceRoom, { params, query: { ...year, auditId } })).toMatchObject({
      selection: `AU-${audit.number} Suppliers`,
      controls: 1,
      pieces: 1,
    })
    const { rows } = await roomOf({ ...year, auditId })
    expect(rows.map(({ Control, Title }) => [Control, Title])).toContainEqual(['', 'Named'])
  })

  it.each([
    [{ from: '2026-02-01', until: '2026-01-01' }, 'from'],
    [{ ...year, controls: 'A.99' }, 'controls'],
  ])('says what is wrong with %j', async (query, path) => {
    await expect(roomOf(query)).rejects.toMatchObject({ status: 422, problem: { errors: [{ path }] } })
  })

  it('is for whoever may read evidence', async () => {
    const auditor = await ours.clientAs('auditor')
    expect(await auditor.call(getEvidenceRoom, { params, query: year })).toMatchObject({ controls: 93 })
    const stranger = await server.createOrganization('Another')
    await expect(roomOf(year, stranger.client)).rejects.toMatchObject({ status: 404 })
  })
})
