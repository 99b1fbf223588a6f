import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { listAssets } from '@sinew/contract/asset/asset-contract.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type ServedOrganization, serveOrganization } from '../test/served-organization.ts'

let served: ServedOrganization
let folder: string
beforeAll(async () => {
  served = await serveOrganization()
  folder = await mkdtemp(join(tmpdir(), 'sinew-assets-'))
})
afterAll(() => rm(folder, { recursive: true }))

it('sinew asset import looks through a table, adds it whole, and says where it is wrong', async () => {
  const path = join(folder, 'assets.csv')
  await writeFile(path, 'Title,Availability,Rests on\nShop,high,Database\nDatabase,,\n')
  const total = async () =>
    (await served.client.call(listAssets, { params: { organizationId: served.organizationId } })).total
  expect((await served.run('asset', 'import', path, '--dry-run')).out).toBe('It would be: 2 new; nothing was written\n')
  expect(await total()).toBe(0)
  expect(await served.run('asset', 'import', path)).toEqual({ code: 0, out: '2 new\n', err: '' })
  const again = await served.run('asset', 'import', path)
  expect([again.code, again.err.split('\n')[1]]).toEqual([1, '  line 2, Title: AS-1 is called so already.'])
  expect(await total()).toBe(2)
})
