import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { approveSoaVersion, proposeSoaVersion, type SoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { addRiskTreatedBy, giveReasons, lineOf } from '@sinew/server/test/test-statement.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let folder: string
let version: SoaVersion

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sinew-soa-'))
  served = await serveOrganization()
  const { client, organizationId } = served
  const params = { organizationId }
  await giveReasons(served.server.services, organizationId)
  const backup = await lineOf(client, organizationId, 'A.8.13')
  await addRiskTreatedBy(client, organizationId, 'Ransomware', backup.controlId)
  const proposed = await client.call(proposeSoaVersion, { params, body: { note: 'First' } })
  version = await client.call(approveSoaVersion, {
    params: { ...params, soaVersionId: proposed.id },
    ifMatch: proposed.version,
    body: {},
  })
  const out = await lineOf(client, organizationId, 'A.8.30')
  await client.call(updateSoaLine, {
    params: { ...params, controlId: out.controlId },
    ifMatch: out.version,
    body: {
      applicable: false,
      justification: 'No code is written or commissioned \u001b[31m, see the scope.',
      remarks: 'a\nb',
    },
  })
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('sinew soa list', () => {
  it('prints every line', async () => {
    const { code, out, err } = await served.run('soa', 'list')
    expect([code, err]).toEqual([0, ''])
    const lines = out.trimEnd().split('\n')
    expect(lines[0]).toMatch(/^Ref +In +Implementation +Proof +Assurance +Findings +Why +Title$/)
    expect(lines).toHaveLength(95)
    expect(lines.find((line) => line.startsWith('A.8.13'))).toMatch(/yes +not started +unproven +0 % .*R-1 business/)
    expect(lines.at(-1)).toBe('93 of 93')
  })

  it('filters, and prints what the server answers with --json', async () => {
    const excluded = await served.run('soa', 'list', '--excluded', '--json')
    expect(JSON.parse(excluded.out)).toMatchObject({ total: 1, lines: [{ ref: 'A.8.30' }] })
    const changed = await served.run('soa', 'list', '--changed', 'decision', '--theme', 'technological')
    expect(changed.out.trimEnd().split('\n').at(-1)).toBe('1 of 93')
    const proven = await served.run('soa', 'list', '--proof', 'proven', 'stale')
    expect(proven.out.trimEnd().split('\n').at(-1)).toBe('0 of 93')
  })

  it.each([
    [['--theme', 'cosmic'], 2],
    [['--as-of', 'yesterday'], 1],
  ])('refuses %j in one line', async (args, code) => {
    const ran = await served.run('soa', 'list', ...args)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
  })
})

describe('sinew soa show', () => {
  it('says how the statement stands', async () => {
    const { code, out } = await served.run('soa', 'show')
    expect(code).toBe(0)
    expect(out).toMatch(/In force +version 1, approved by Olga Owner on \d{4}-\d\d-\d\d/)
    expect(out).toMatch(/Changed since +1 by decision, 0 in status/)
    expect(out).toMatch(/Lines +93: 92 applicable, 1 left out, \d+ not decided yet/)
  })

  it('shows one line, and lets no text steer the terminal', async () => {
    const { out } = await served.run('soa', 'show', 'a.8.30')
    expect(out).toMatch(/^A\.8\.30 Outsourced development\n/)
    expect(out).toMatch(/Applicable +no\nJustification +No code is written/)
    expect(out).toContain('since v1  A.8.30 applicability: applicable → excluded.')
    expect(out).not.toContain('\u001b')
    expect(out).toMatch(/Remarks +a b\n/)
    const json = await served.run('soa', 'show', 'A.8.13', '--json')
    expect(JSON.parse(json.out)).toMatchObject({ ref: 'A.8.13', explanation: { unit: 'state' } })
  })

  it('says which line there is not', async () => {
    expect(await served.run('soa', 'show', 'A.9.1')).toMatchObject({
      code: 1,
      out: '',
      err: expect.stringContaining('A.9.1'),
    })
  })
})

describe('sinew soa versions and verify', () => {
  it('list them, and compute a hash again', async () => {
    const list = await served.run('soa', 'versions')
    expect(list.out).toContain(version.hash)
    for (const named of ['1', 'v1']) {
      const verified = await served.run('soa', 'verify', named)
      expect(verified.code).toBe(0)
      expect(verified.out).toBe(`Version 1 is unchanged since Olga Owner proposed it.\nSHA-256 ${version.hash}\n`)
    }
    expect(await served.run('soa', 'verify', '9')).toMatchObject({
      code: 1,
      out: '',
      err: 'There is no version 9 of the statement\n',
    })
    expect(await served.run('soa', 'verify', 'soon')).toMatchObject({ code: 2, out: '' })
  })
})

describe('sinew soa export', () => {
  it('writes the canonical content of a version, whose hash is the version’s', async () => {
    const file = join(folder, 'v1.json')
    const ran = await served.run('soa', 'export', '--version', '1', '--format', 'json', '--out', file)
    expect(ran).toEqual({ code: 0, out: `${file}\n`, err: '' })
    expect(
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex'),
    ).toBe(version.hash)
  })

  it('writes the draft as it is now, typeset or as a spreadsheet', async () => {
    const pdf = join(folder, 'draft.pdf')
    expect((await served.run('soa', 'export', '--out', pdf)).code).toBe(0)
    expect((await readFile(pdf)).subarray(0, 5).toString()).toBe('%PDF-')
    const xlsx = join(folder, 'draft.xlsx')
    const ran = await served.run('soa', 'export', '--format', 'xlsx', '--out', xlsx, '--json')
    const bytes = await readFile(xlsx)
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(JSON.parse(ran.out)).toEqual({ file: xlsx, bytes: bytes.length })
  })

  it('replaces no file that is there, unless it is told to', async () => {
    const file = join(folder, 'draft.csv')
    expect((await served.run('soa', 'export', '--format', 'csv', '--out', file)).code).toBe(0)
    const again = await served.run('soa', 'export', '--format', 'csv', '--out', file)
    expect(again).toEqual({
      code: 1,
      out: '',
      err: `${file} is there already; give another name with --out, or --force\n`,
    })
    expect((await served.run('soa', 'export', '--format', 'csv', '--out', file, '--force')).code).toBe(0)
  })

  it.each([
    [['--format', 'docx'], 2],
    [['--version', 'latest'], 2],
    [['--version', '1', '--as-of', '2026-01-01T00:00:00Z'], 2],
    [['--version', '7'], 1],
    [['--format', 'csv', '--out', join('/nonexistent-folder', 'x.csv')], 1],
  ])('refuses %j in one line', async (args, code) => {
    const ran = await served.run('soa', 'export', ...args)
    expect(ran).toMatchObject({ code, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
  })
})
