import { createView, deleteView, listViews, updateView } from '@sinew/contract/view/view-contract.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let params: { readonly organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
})

describe('saved views', () => {
  it('keep the filters of a list under a name, for one person', async () => {
    const { client, clientAs } = ours
    const query = { q: 'backup', status: ['open', 'late'], page: 2, mine: true }
    const created = await client.call(createView, { params, body: { screen: 'risks', name: ' Mine ', query } })
    expect(created).toMatchObject({ name: 'Mine', query, screen: 'risks', version: 1 })
    const again = await client.call(createView, { params, body: { screen: 'risks', name: 'Mine', query: { q: 'x' } } })
    expect(again).toMatchObject({ id: created.id, query: { q: 'x' }, version: 2 })
    await client.call(createView, { params, body: { screen: 'assets', name: 'Mine', query: {} } })
    expect((await client.call(listViews, { params, query: { screen: 'risks' } })).items).toEqual([again])
    expect((await client.call(listViews, { params })).items.map(({ screen }) => screen)).toEqual(['assets', 'risks'])

    const one = { ...params, viewId: created.id }
    const renamed = await client.call(updateView, { params: one, ifMatch: 2, body: { name: 'Renamed' } })
    expect(renamed).toMatchObject({ name: 'Renamed', query: { q: 'x' } })
    await expect(client.call(updateView, { params: one, ifMatch: 2, body: { name: 'X' } })).rejects.toMatchObject({
      status: 412,
    })

    const reader = await clientAs('reader')
    expect((await reader.call(listViews, { params })).items).toEqual([])
    await expect(reader.call(updateView, { params: one, ifMatch: 3, body: { name: 'X' } })).rejects.toMatchObject({
      status: 404,
    })
    await expect(reader.call(deleteView, { params: one })).rejects.toMatchObject({ status: 404 })
    await client.call(deleteView, { params: one })
    await expect(client.call(deleteView, { params: one })).rejects.toMatchObject({ status: 404 })
  })

  it('are not a way around names and sizes', async () => {
    const { client } = ours
    const keep = (body: object) => client.call(createView, { params, body: body as never })
    await expect(keep({ screen: 'Risks!', name: '', query: {} })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'screen' }, { path: 'name' }] },
    })
    await expect(keep({ screen: 'risks', name: 'A', query: { deep: { er: 1 } } })).rejects.toMatchObject({
      status: 422,
    })
    const many = Object.fromEntries(Array.from({ length: 41 }, (_, index) => [`k${index}`, 1]))
    await expect(keep({ screen: 'risks', name: 'A', query: many })).rejects.toMatchObject({ status: 422 })
    await Promise.all(
      Array.from({ length: 100 }, (_, index) => keep({ screen: 'full', name: `View ${index}`, query: {} })),
    )
    await expect(keep({ screen: 'full', name: 'One more', query: {} })).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'too_many_views' }] },
    })
    expect(await keep({ screen: 'full', name: 'View 7', query: { q: 'replaced' } })).toMatchObject({ version: 2 })
  })
})
