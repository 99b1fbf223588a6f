import { createAsset, listAssets } from '@sinew/contract/asset/asset-contract.ts'
import { type Client, createClient } from '@sinew/contract/client.ts'
import { changeRole, listMembers } from '@sinew/contract/member/member-contract.ts'
import { createToken, listTokens, revokeToken } from '@sinew/contract/token/token-contract.ts'
import type { Permission } from '@sinew/core/access/permissions.ts'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let params: { readonly organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  params = { organizationId: ours.organizationId }
})
afterEach(() => server.setNow(null))

const make = (client: Client, scopes: readonly Permission[], more: object = {}) =>
  client.call(createToken, { params, body: { name: 'Script', scopes: [...scopes], expiresInDays: 30, ...more } })

function using(token: string): Client {
  return createClient({ baseUrl: testUrl, token, fetch: async (request) => server.app.fetch(request) })
}

const list = (token: string) => using(token).call(listAssets, { params })
const add = (token: string) => using(token).call(createAsset, { params, body: { title: 'X', kind: 'site' } })

describe('an API token', () => {
  it('is shown once, does what its scopes say and nothing more', async () => {
    const made = await make(ours.client, ['asset:read'])
    expect(made).toMatchObject({ status: 'live', scopes: ['asset:read'], lastUsedAt: null, isYours: true })
    expect((await list(made.token)).page).toBe(1)
    await expect(add(made.token)).rejects.toMatchObject({ status: 403 })
    const { items } = await ours.client.call(listTokens, { params })
    const listed = items.find(({ id }) => id === made.id)
    expect(listed?.lastUsedAt).not.toBeNull()
    expect(JSON.stringify(items)).not.toContain(made.token)
    const stored = await server.services.pools.owner.query(
      `select count(*)::int as n from revision where row::text like '%' || $1 || '%'`,
      [made.token.split('_')[2]],
    )
    expect(stored.rows[0].n).toBe(0)
  })

  it('names itself and its person in the ledger', async () => {
    const { token } = await make(ours.client, ['asset:write', 'asset:read'])
    const asset = await add(token)
    const row = await server.services.pools.owner.query(
      'select actor_kind, actor_id, actor_name from revision where entity_id = $1',
      [asset.id],
    )
    expect(row.rows[0]).toEqual({ actor_kind: 'token', actor_id: ours.userId, actor_name: 'Olga Owner (Script)' })
  })

  it('ends at once when it is revoked, and at its time', async () => {
    const made = await make(ours.client, ['asset:read'])
    await ours.client.call(revokeToken, { params: { ...params, tokenId: made.id } })
    await ours.client.call(revokeToken, { params: { ...params, tokenId: made.id } })
    await expect(list(made.token)).rejects.toMatchObject({ status: 401 })
    const other = await make(ours.client, ['asset:read'], { expiresInDays: 1 })
    server.setNow(new Date(Date.now() + 86_400_000 + 60_000))
    await expect(list(other.token)).rejects.toMatchObject({ status: 401 })
    const { items } = await ours.client.call(listTokens, { params })
    const status = (id: string) => items.find((token) => token.id === id)?.status
    expect([status(made.id), status(other.id)]).toEqual(['revoked', 'expired'])
  })

  it('shrinks with its person’s role', async () => {
    const contributor = await ours.clientAs('contributor')
    const { token } = await make(contributor, ['asset:read', 'asset:write'])
    await add(token)
    const { items } = await ours.client.call(listMembers, { params, query: { q: 'Someone contributor' } })
    const [member] = items
    await ours.client.call(changeRole, {
      params: { ...params, memberId: member?.id ?? '' },
      ifMatch: member?.version ?? 0,
      body: { role: 'reader' },
    })
    await expect(add(token)).rejects.toMatchObject({ status: 403 })
    expect((await list(token)).page).toBe(1)
  })

  it('holds no more than its maker may do, never manages accounts, and makes no tokens', async () => {
    const reader = await ours.clientAs('reader')
    const refused = (code: string) => ({ status: 409, problem: { refusals: [{ code }] } })
    await expect(make(reader, ['asset:write'])).rejects.toMatchObject(refused('scope_not_held'))
    await expect(make(ours.client, ['member:manage'])).rejects.toMatchObject(refused('scope_not_held'))
    await expect(make(ours.client, ['token:own'])).rejects.toMatchObject(refused('scope_not_held'))
    const { token } = await make(ours.client, ['asset:read'])
    await expect(make(using(token), ['asset:read'])).rejects.toMatchObject({ status: 403 })
    await expect(make(ours.client, [], { name: '', expiresInDays: 366 })).rejects.toMatchObject({
      status: 422,
      problem: { errors: [{ path: 'name' }, { path: 'scopes' }, { path: 'expiresInDays' }] },
    })
    await expect(make(ours.client, ['everything' as 'risk:read'])).rejects.toMatchObject({ status: 422 })
  })

  it('is somebody’s own; owners see and revoke everybody’s', async () => {
    const reader = await ours.clientAs('reader')
    const mine = await make(ours.client, ['asset:read'])
    const theirs = await make(reader, ['asset:read'])
    expect((await reader.call(listTokens, { params })).items.map(({ id }) => id)).toEqual([theirs.id])
    await expect(reader.call(listTokens, { params, query: { everybody: true } })).rejects.toMatchObject({ status: 403 })
    await expect(reader.call(revokeToken, { params: { ...params, tokenId: mine.id } })).rejects.toMatchObject({
      status: 404,
    })
    const all = await ours.client.call(listTokens, { params, query: { everybody: true } })
    expect(all.items.find(({ id }) => id === theirs.id)).toMatchObject({ memberName: 'Someone reader', isYours: false })
    await ours.client.call(revokeToken, { params: { ...params, tokenId: theirs.id } })
    await expect(list(theirs.token)).rejects.toMatchObject({ status: 401 })
  })

  it('does not reach another organisation', async () => {
    const { token } = await make(ours.client, ['asset:read'])
    const stranger = await server.createOrganization()
    await expect(
      using(token).call(listAssets, { params: { organizationId: stranger.organizationId } }),
    ).rejects.toMatchObject({ status: 404 })
    for (const wrong of [`${token}x`, token.slice(0, -1), token.toUpperCase(), 'snw_x']) {
      await expect(list(wrong)).rejects.toMatchObject({ status: 401 })
    }
  })

  it('is one of fifty at most', async () => {
    const person = await ours.clientAs('contributor')
    for (let index = 0; index < 50; index++) await make(person, ['asset:read'])
    await expect(make(person, ['asset:read'])).rejects.toMatchObject({
      status: 409,
      problem: { refusals: [{ code: 'too_many_tokens' }] },
    })
  })
})
