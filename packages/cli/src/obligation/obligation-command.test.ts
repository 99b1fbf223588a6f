import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listObligations } from '@sinew/contract/obligation/obligation-contract.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let folder: string
beforeAll(async () => {
  served = await serveOrganization()
  folder = await mkdtemp(join(tmpdir(), 'sinew-obligations-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('sinew obligation import looks through a table, adds it whole, and says where it is wrong', async () => {
  const path = join(folder, 'obligations.csv')
  await writeFile(path, 'Title,Kind,Kept by\nTell of breaches,law,A.5.24\nUptime,contract,\n')
  const total = async () =>
    (await served.client.call(listObligations, { params: { organizationId: served.organizationId } })).total
  expect((await served.run('obligation', 'import', path, '--dry-run')).out).toBe(
    'It would be: 2 new; nothing was written\n',
  )
  expect(await total()).toBe(0)
  expect(await served.run('obligation', 'import', path)).toEqual({ code: 0, out: '2 new\n', err: '' })
  await writeFile(path, 'Title,Kind\nSomething,habit\n')
  const wrong = await served.run('obligation', 'import', path)
  expect([wrong.code, wrong.err.split('\n')[1]]).toEqual([
    1,
    '  line 2, Kind: “habit” is none of: Law, Contract, Promise.',
  ])
  expect(await total()).toBe(2)
})
