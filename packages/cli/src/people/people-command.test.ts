import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listPeople } from '@sinew/contract/person/person-contract.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let folder: string
beforeAll(async () => {
  served = await serveOrganization()
  folder = await mkdtemp(join(tmpdir(), 'sinew-people-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function imported(csv: string, ...options: readonly string[]) {
  const path = join(folder, 'people.csv')
  await writeFile(path, csv)
  return served.run('people', 'import', path, ...options)
}

const names = async () => {
  const { items } = await served.client.call(listPeople, { params: { organizationId: served.organizationId } })
  return items.map(({ name }) => name)
}

describe('sinew people import', () => {
  const table = 'Name,E-mail,Manager\nAnna Ames,anna@example.org,\nBen Bold,ben@example.org,anna@example.org\n'

  it('says what it would do, does it, and brings people up to date', async () => {
    const dry = await imported(table, '--dry-run')
    expect(dry.out).toBe('It would be: 2 new, 0 brought up to date, 0 as they are; nothing was written\n')
    expect(await names()).toEqual(['Olga Owner'])
    expect(await imported(table)).toEqual({ code: 0, out: '2 new, 0 brought up to date, 0 as they are\n', err: '' })
    expect((await imported(table.replace('Ben Bold', 'Ben Bolder'))).out).toBe(
      '0 new, 1 brought up to date, 1 as they are\n',
    )
    expect(await names()).toEqual(['Anna Ames', 'Ben Bolder', 'Olga Owner'])
    expect(JSON.parse((await imported(table, '--dry-run', '--json')).out)).toMatchObject({ updated: 1, problems: [] })
  })

  it('says on which line and in which column a table is wrong, and writes nothing of it', async () => {
    const before = await names()
    const { code, out, err } = await imported('Name;E-mail;Unit\nCleo Case;cleo@example.org;\n;no address;Moon\n')
    expect([code, out]).toEqual([1, ''])
    expect(err).toBe(
      'Nothing was written:\n  line 3, Name: The name is empty.\n  line 3, E-mail: “no address” is no e-mail address.\n' +
        '  line 3, Unit: There is no unit “Moon”: add it to the context first.\n',
    )
    expect((await imported('Colour\nblue\n')).err).toContain('There is no heading “Name”.')
    expect(await served.run('people', 'import', join(folder, 'none.csv'))).toMatchObject({ code: 2, out: '' })
    expect(await names()).toEqual(before)
  })
})
