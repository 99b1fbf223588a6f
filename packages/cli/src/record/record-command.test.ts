import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { run, type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
beforeAll(async () => {
  served = await serveOrganization()
})

async function fileWith(text: string): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'sinew-records-')), 'sites.csv')
  await writeFile(path, text)
  return path
}

describe('sinew record', () => {
  it('names the registers', async () => {
    const { out, code } = await run('record', 'registers')
    expect(code).toBe(0)
    expect(out).toContain('interested-parties')
  })

  it('adds the rows of a file and lists them', async () => {
    const path = await fileWith('Name,Kind\nNorth,Data centre\nSouth,Office\n')
    expect((await served.run('record', 'import', 'sites', path, '--dry-run')).out).toContain('nothing was added')
    expect((await served.run('record', 'import', 'sites', path)).out).toBe('2 added\n')
    const { out } = await served.run('record', 'list', 'sites', '--sort', '-name')
    expect(out).toMatch(/SI-2 .*Office.*South\n.*SI-1 .*Data centre.*North\n2 of 2\n/s)
  })

  it('says where the problems are, and adds nothing', async () => {
    const bad = await served.run('record', 'import', 'sites', await fileWith('Name,Kind\n,ship\n'))
    expect(bad.code).not.toBe(0)
    expect(bad.err).toContain('row 2, Name: This is needed.')
    expect((await served.run('record', 'list', 'ships')).err).toContain('There is no register "ships"')
    expect((await served.run('record', 'import', 'sites', 'nowhere.csv')).err).toContain('cannot be read')
  })
})
