import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let folder: string
let report: string

beforeAll(async () => {
  served = await serveOrganization()
  folder = await mkdtemp(join(tmpdir(), 'sinew-push-'))
  report = join(folder, 'report.ocsf.json')
  const results = [
    result('s3_bucket_public_access', 'PASS', 'arn:aws:s3:::patients', ['A.8.9']),
    result('s3_bucket_public_access', 'FAIL', 'arn:aws:s3:::exports', ['A.8.9']),
    result('a_check_nobody_knows', 'PASS', 'arn:aws:s3:::patients', []),
  ]
  await writeFile(report, JSON.stringify(results))
})
afterAll(() => rm(folder, { recursive: true }))

describe('sinew evidence push', () => {
  it('gives each control the report speaks to a dated k of n, and lists what it could not map', async () => {
    const { code, out, err } = await served.run('evidence', 'push', report)
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/A\.8\.9 +1 of 2 +0 +E-1 /)
    expect(out).toContain('Mapped to no control (1): a_check_nobody_knows')
  })

  it('changes nothing the second time', async () => {
    const { code, out } = await served.run('evidence', 'push', report)
    expect(code).toBe(0)
    expect(out).toMatch(/^This report had been pushed before; nothing was changed\.\n/)
    const { out: list } = await served.run('evidence', 'list', '--json')
    expect(JSON.parse(list)).toMatchObject({ total: 1, items: [{ number: 1, result: { kind: 'k_of_n', passed: 1 } }] })
  })

  it.each([
    ['no-such-file.json', 'no such file'],
    ['not-a-report.json', ''],
  ])('refuses %s in one line', async (name, words) => {
    if (words === '') await writeFile(join(folder, name), '{"hello": ')
    const ran = await served.run('evidence', 'push', join(folder, name))
    expect(ran).toMatchObject({ code: 1, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
    expect(ran.err).toContain(words)
  })
})

describe('sinew evidence and control', () => {
  it('show a piece and the control it proves', async () => {
    const piece = await served.run('evidence', 'show', 'E-1')
    expect(piece.code).toBe(0)
    expect(piece.out).toMatch(/Result +1 of 2/)
    const control = await served.run('control', 'show', 'a.8.9')
    expect(control.code).toBe(0)
    expect(control.out).toMatch(/^A\.8\.9 Configuration management\n/)
    expect(control.out).toContain('E-1')
    expect((await served.run('control', 'show', 'A.9.99')).code).toBe(1)
  })

  it('list the 93 controls', async () => {
    const { out } = await served.run('control', 'list')
    expect(out).toMatch(/93 of 93\n$/)
    expect(out).toMatch(/^A\.5\.1 +not_started +unproven +0 %/m)
  })
})

/** One result as Prowler writes it in OCSF. */
function result(check: string, status: 'PASS' | 'FAIL', uid: string, controls: readonly string[]) {
  return {
    class_uid: 2004,
    class_name: 'Detection Finding',
    metadata: {
      event_code: check,
      product: { name: 'Prowler', vendor_name: 'Prowler', version: '5.4.0' },
      version: '1.4.0',
    },
    severity: 'High',
    status: 'New',
    status_code: status,
    time: Math.floor(Date.now() / 1000) - 3600,
    finding_info: { title: check.replaceAll('_', ' '), uid: `${check}-${uid}` },
    resources: [{ uid, type: 'AwsS3Bucket', name: uid, region: 'eu-west-1' }],
    cloud: { provider: 'aws', region: 'eu-west-1', account: { uid: '111122223333', type: 'AWS Account' } },
    unmapped: { compliance: { 'ISO27001-2022': controls } },
  }
}

describe('sinew evidence room', () => {
  it('writes a ZIP file, says what is in it, and replaces none that is there', async () => {
    const file = join(folder, 'room.zip')
    const ran = await served.run('evidence', 'room', '--control', 'A.8.9', '--out', file)
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toMatch(/^\S+room\.zip\n1 pieces, \d files; nothing in the period for \d of \d needs\n$/)
    const bytes = await readFile(file)
    expect(bytes.subarray(0, 2).toString()).toBe('PK')
    expect(bytes.includes('manifest.sha256')).toBe(true)
    expect(await served.run('evidence', 'room', '--out', file)).toEqual({
      code: 1,
      out: '',
      err: `${file} is there already; give another name with --out, or --force\n`,
    })
    const again = await served.run('evidence', 'room', '--control', 'A.8.9', '--out', file, '--force', '--json')
    expect(JSON.parse(again.out)).toMatchObject({ file, pieces: 1, controls: 1 })
  })

  it.each([
    [['--from', '2020-01-01', '--until', '2020-02-01'], 1],
    [['--from', 'spring'], 1],
    [['--audit', 'AU-7'], 1],
    [['--audit', 'the one in May'], 2],
    [['--control', 'A.99'], 1],
  ])('refuses %j in one line', async (args, code) => {
    const ran = await served.run('evidence', 'room', ...args, '--out', join(folder, 'none.zip'))
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).not.toBe('')
    await expect(readFile(join(folder, 'none.zip'))).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
