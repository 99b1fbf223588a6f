import { createAsset, deleteAsset, getAsset, listAssets, updateAsset } from '@sinew/contract/asset/asset-contract.ts'
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
