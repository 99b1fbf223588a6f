import {
  createAsset,
  deleteAsset,
  exportAssets,
  getAsset,
  listAssets,
  updateAsset,
  updateAssets,
} from '@sinew/contract/asset/asset-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
})

describe('assets', () => {
  it('are created, listed, changed and removed', async () => {
    const { client, organizationId } = ours
    const created = await client.call(createAsset, {
      params: { organizationId },
      body: { title: 'Customer database', kind: 'personal_data' },
    })
    expect(created).toMatchObject({
      number: 1,
      version: 1,
      title: 'Customer database',
      classification: 'internal',
      riskCount: 0,
    })
    const params = { organizationId, assetId: created.id }
    const list = await client.call(listAssets, { params, query: { q: 'customer' } })
    expect(list).toMatchObject({ total: 1, items: [{ id: created.id }] })

    const changed = await client.call(updateAsset, { params, ifMatch: 1, body: { classification: 'restricted' } })
    expect(changed).toMatchObject({ version: 2, classification: 'restricted', title: 'Customer database' })
    await expect(client.call(updateAsset, { params, ifMatch: 1, body: { title: 'Mine' } })).rejects.toMatchObject({
      status: 412,
    })
    await expect(client.call(updateAsset, { params, body: { title: 'Mine' } })).rejects.toMatchObject({ status: 428 })

    await client.call(deleteAsset, { params, ifMatch: 2 })
    await expect(client.call(getAsset, { params })).rejects.toMatchObject({ status: 404 })
  })

  it('are shown as they were at a past instant', async () => {
    const { client, organizationId } = await server.createOrganization()
    const before = new Date().toISOString()
    await pause()
    const asset = await client.call(createAsset, {
      params: { organizationId },
      body: { title: 'Old name', kind: 'site' },
    })
    await pause()
    const between = new Date().toISOString()
    await pause()
    const params = { organizationId, assetId: asset.id }
    await client.call(updateAsset, { params, ifMatch: 1, body: { title: 'New name' } })
    expect((await client.call(listAssets, { params, query: { asOf: before } })).total).toBe(0)
    expect((await client.call(listAssets, { params, query: { asOf: between } })).items[0]?.title).toBe('Old name')
    expect((await client.call(getAsset, { params, query: { asOf: between } })).version).toBe(1)
    expect((await client.call(getAsset, { params })).title).toBe('New name')
  })

  it('are changed several at once, all or none, and sorted as people rank them', async () => {
    const { client, organizationId } = await server.createOrganization()
    const params = { organizationId }
    const add = (title: string) => client.call(createAsset, { params, body: { title, kind: 'application' } })
    const [first, second, third] = [await add('One'), await add('Two'), await add('Three')]
    const assets = [first, second].map(({ id, version }) => ({ assetId: id, version }))
    const done = await client.call(updateAssets, {
      params,
      body: { assets, change: { classification: 'restricted', inScope: false, availability: 'high' } },
    })
    expect(done).toEqual({ changed: 2 })
    const needy = await client.call(listAssets, { params, query: { availability: 'high' } })
    expect(needy.items.map(({ title }) => title)).toEqual(['One', 'Two'])
    const list = await client.call(listAssets, { params, query: { sort: '-classification' } })
    expect(list.items.map(({ classification }) => classification)).toEqual(['restricted', 'restricted', 'internal'])
    expect((await client.call(listAssets, { params, query: { inScope: true } })).items.map(({ id }) => id)).toEqual([
      third.id,
    ])
    // One of them was changed meanwhile: nothing at all happens.
    await expect(
      client.call(updateAssets, {
        params,
        body: { assets: [{ assetId: third.id, version: 1 }, ...assets], change: { kind: 'site' } },
      }),
    ).rejects.toMatchObject({ status: 412, message: expect.stringContaining('AS-1 One, AS-2 Two') })
    expect((await client.call(getAsset, { params: { organizationId, assetId: third.id } })).kind).toBe('application')
    await expect(client.call(updateAssets, { params, body: { assets: [], change: {} } })).rejects.toMatchObject({
      status: 422,
    })
    const csv = await client.download(exportAssets, { params, query: { classification: 'restricted' } })
    expect((await csv.text()).trim().split('\r\n')).toHaveLength(3)
  })

  it('say what is wrong with the input, and where', async () => {
    const { client, organizationId } = ours
    const wrong = client.call(createAsset, {
      params: { organizationId },
      body: { title: ' ', kind: 'spaceship' as 'site', ownerId: '0192b6a0-0000-7000-8000-000000000000' },
    })
    await expect(wrong).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'title', message: 'Give the asset a name.' }, { path: 'kind' }] },
    })
    const stranger = client.call(createAsset, {
      params: { organizationId },
      body: { title: 'X', kind: 'site', ownerId: '0192b6a0-0000-7000-8000-000000000000' },
    })
    await expect(stranger).rejects.toMatchObject({ status: 404 })
    await expect(
      client.call(createAsset, { params: { organizationId }, body: { title: 'a\u0000b', kind: 'site' } }),
    ).rejects.toMatchObject({ status: 422 })
  })

  it('are read by everybody in the organisation, written by contributors, and invisible to others', async () => {
    const { organizationId, clientAs } = ours
    const reader = await clientAs('reader')
    expect((await reader.call(listAssets, { params: { organizationId } })).page).toBe(1)
    await expect(
      reader.call(createAsset, { params: { organizationId }, body: { title: 'X', kind: 'site' } }),
    ).rejects.toMatchObject({ status: 403 })
    const stranger = await server.createOrganization('Another')
    await expect(stranger.client.call(listAssets, { params: { organizationId } })).rejects.toMatchObject({
      status: 404,
    })
    await expect(server.anonymous.call(listAssets, { params: { organizationId } })).rejects.toMatchObject({
      status: 401,
    })
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
