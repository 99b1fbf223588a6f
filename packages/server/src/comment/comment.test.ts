import { createComment, deleteComment, listComments, updateComment } from '@sinew/contract/comment/comment-contract.ts'
import { listLedger } from '@sinew/contract/ledger/ledger-contract.ts'
import { objectEntities } from '@sinew/core/ledger/ledgered-entities.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../db/identity.ts'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let ids: SeededRows
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  ids = await seedRows(server.services.pools.app, ours.organizationId, ours.userId)
})

const on = (entity: string) => ({ organizationId: ours.organizationId, entity, entityId: ids[entity] ?? '' })

describe('comments', () => {
  it.each(objectEntities)('are written on a %s and read in the order they came', async (entity) => {
    const params = on(entity)
    const first = await ours.client.call(createComment, { params, body: { body: ' First ' } })
    await ours.client.call(createComment, { params, body: { body: 'Second' } })
    expect(first).toMatchObject({ body: 'First', authorName: 'Olga Owner', edited: false, entity })
    const { items } = await ours.client.call(listComments, { params })
    expect(items.filter(({ authorName }) => authorName === 'Olga Owner').map(({ body }) => body)).toEqual([
      'First',
      'Second',
    ])
  })

  it('are changed and removed by their author alone; the ledger keeps what they said', async () => {
    const { client, clientAs, organizationId } = ours
    const params = on('asset')
    const { id: commentId } = await client.call(createComment, { params, body: { body: 'Before' } })
    const one = { organizationId, commentId }
    const changed = await client.call(updateComment, { params: one, ifMatch: 1, body: { body: 'After' } })
    expect(changed).toMatchObject({ body: 'After', edited: true, version: 2 })
    await expect(client.call(updateComment, { params: one, ifMatch: 1, body: { body: 'X' } })).rejects.toMatchObject({
      status: 412,
    })
    const manager = await clientAs('manager')
    const refused = { status: 409, problem: { refusals: [{ code: 'not_yours' }] } }
    await expect(
      manager.call(updateComment, { params: one, ifMatch: 2, body: { body: 'Mine' } }),
    ).rejects.toMatchObject(refused)
    await expect(manager.call(deleteComment, { params: one, ifMatch: 2 })).rejects.toMatchObject(refused)
    await client.call(deleteComment, { params: one, ifMatch: 2 })
    await expect(client.call(deleteComment, { params: one, ifMatch: 2 })).rejects.toMatchObject({ status: 404 })
    const trail = await client.call(listLedger, { params: one, query: { entity: 'comment' } })
    const about = trail.items.filter(({ entityId }) => entityId === commentId)
    expect(about.map(({ operation, changes }) => [operation, changes.find(({ field }) => field === 'body')])).toEqual([
      ['delete', expect.objectContaining({ before: 'After', after: null })],
      ['update', expect.objectContaining({ before: 'Before', after: 'After' })],
      ['create', expect.objectContaining({ before: null, after: 'Before' })],
    ])
  })

  it('need an object that is here, a text, and a role that may write', async () => {
    const { client, clientAs } = ours
    const say = (params: Record<string, string>, body = 'Hello') =>
      client.call(createComment, { params, body: { body } })
    await expect(say({ ...on('asset'), entityId: newId() })).rejects.toMatchObject({ status: 404 })
    await expect(say({ ...on('asset'), entityId: ids.risk ?? '' })).rejects.toMatchObject({ status: 404 })
    await expect(say({ ...on('asset'), entity: 'api_token' })).rejects.toMatchObject({ status: 404 })
    const stranger = await server.createOrganization()
    const theirs = await seedRows(server.services.pools.app, stranger.organizationId, stranger.userId)
    await expect(say({ ...on('asset'), entityId: theirs.asset ?? '' })).rejects.toMatchObject({ status: 404 })
    await expect(say(on('asset'), '  ')).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'body', message: 'Write something.' }] },
    })
    await expect(say(on('asset'), 'x'.repeat(10_001))).rejects.toMatchObject({ status: 422 })
    const auditor = await clientAs('auditor')
    await auditor.call(createComment, { params: on('asset'), body: { body: 'A question' } })
    const reader = await clientAs('reader')
    await expect(reader.call(createComment, { params: on('asset'), body: { body: 'X' } })).rejects.toMatchObject({
      status: 403,
    })
  })

  it('are shown as of a past instant', async () => {
    const params = on('control')
    await pause()
    const before = new Date().toISOString()
    await pause()
    const { total } = await ours.client.call(listComments, { params })
    await ours.client.call(createComment, { params, body: { body: 'Later' } })
    expect((await ours.client.call(listComments, { params })).total).toBe(total + 1)
    expect((await ours.client.call(listComments, { params, query: { asOf: before } })).total).toBe(total)
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
