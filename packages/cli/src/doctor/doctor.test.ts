import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toLines } from './doctor-command.ts'
import { examineInstallation, judgeDatabase } from './examine-installation.ts'
import { examineDataFolder, examineNode, judgeDiskSpace } from './examine-machine.ts'
import { ok, problem } from './finding.ts'

let cwd = ''
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'sinew-doctor-'))
})
afterEach(() => rmSync(cwd, { recursive: true }))

describe('the doctor', () => {
  it('looks at everything a fresh installation has, and leaves no trace', async () => {
    const findings = await examineInstallation({ SINEW_DATA: join(cwd, 'data') }, cwd)
    expect(findings.map(({ about }) => about)).toEqual([
      'Node',
      'Web app',
      'Settings',
      'Data folder',
      'Disk space',
      'Running',
      'PostgreSQL programs',
      'Database',
      'Chromium',
    ])
    const states = findings.filter(({ about }) => about !== 'Web app').map(({ state }) => state)
    expect(states).not.toContain('problem')
    expect(findings.find(({ about }) => about === 'Data folder')?.detail).toMatch(/made at the first start/)
  })

  it('names each wrong setting', async () => {
    const findings = await examineInstallation({ SINEW_PORT: 'x', SINEW_LOG: 'loud' }, cwd)
    const wrong = findings.filter(({ about }) => about === 'Settings')
    expect(wrong.map(({ state }) => state)).toEqual(['problem', 'problem'])
    expect(wrong.map(({ detail }) => detail.split(' ')[0])).toEqual(['SINEW_PORT', 'SINEW_LOG'])
  })

  it('says that a database cannot be reached, without the password', async () => {
    const findings = await examineInstallation({ DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/d' }, cwd)
    const database = findings.find(({ about }) => about === 'Database')
    expect(database).toMatchObject({ state: 'problem', detail: expect.stringContaining('127.0.0.1:1/d') })
    expect(JSON.stringify(findings)).not.toContain('hunter2')
  })

  it.each([
    [100, 'problem', '100 MB free'],
    [199, 'problem', '199 MB free'],
    [200, 'warning', '200 MB free'],
    [1023, 'warning', '1023 MB free'],
    [1024, 'ok', '1024 MB free'],
    [20_480, 'ok', '20 GB free'],
  ])('calls %i MB of disk space %s', (freeMb, state, detail) => {
    expect(judgeDiskSpace(freeMb)).toMatchObject({ state, detail })
  })

  it('wants Node 24', () => {
    expect(examineNode('v24.21.0').state).toBe('ok')
    expect(examineNode('v20.20.2').state).toBe('problem')
  })

  it('cannot write below a device', () => {
    expect(examineDataFolder('/dev/null/data').state).toBe('problem')
  })

  it('judges what the database says of itself', () => {
    const state = (found: Parameters<typeof judgeDatabase>[0]) => judgeDatabase(found).map((finding) => finding.state)
    const well = { version: '18.4', pendingMigrations: [], isolationHoles: [], failedJobs: [] }
    expect(state(well)).toEqual(['ok', 'ok', 'ok', 'ok'])
    const fresh = { ...well, version: '18.4', pendingMigrations: ['0001-a.sql'], isolationHoles: null }
    expect(state(fresh)).toEqual(['ok', 'warning', 'warning', 'ok'])
    const open = { ...well, version: '15.1', pendingMigrations: [], isolationHoles: ['The role app is a superuser.'] }
    expect(state(open)).toEqual(['ok', 'ok', 'problem', 'ok'])
    const failed = { task: 'recompute', attempts: 5, maxAttempts: 5, failedAt: new Date(), error: 'no', retries: false }
    expect(state({ ...well, failedJobs: [failed] })).toEqual(['ok', 'ok', 'ok', 'warning'])
  })

  it('writes one line for what is well, and a second with what to do', () => {
    expect(toLines(ok('Node', 'v24'))).toBe('ok       Node: v24\n')
    expect(toLines(problem('Web app', 'not built', 'run npm start'))).toBe(
      'problem  Web app: not built\n         → run npm start\n',
    )
  })
})
