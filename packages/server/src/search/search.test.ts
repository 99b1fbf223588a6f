import { createAsset } from '@sinew/contract/asset/asset-contract.ts'
import { createClient } from '@sinew/contract/client.ts'
import { createPerson } from '@sinew/contract/person/person-contract.ts'
import { search, searchKinds } from '@sinew/contract/search/search-contract.ts'
import { createToken } from '@sinew/contract/token/token-contract.ts'
import { registerRef } from '@sinew/core/register/register.ts'
import { registerHeads } from '@sinew/core/register/register-heads.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { type SeededRows, seedRows } from '../test/seed-rows.ts'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
let ids: SeededRows
let params: { readonly organizationId: string }
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
  ids = await seedRows(server.services.pools.app, ours.organizationId, ours.userId)
  params = { organizationId: ours.organizationId }
})

async function find(q: string, more: object = {}) {
  const { items } = await ours.client.call(search, { params, query: { q, ...more } })
  return items
}

describe('search', () => {
  it('finds what the chain is made of by a word of its title, before what registers hold', async () => {
    const hits = await find('seeded')
    const kinds = [...new Set(hits.map(({ kind }) => kind))]
    const nouns = searchKinds.slice(0, searchKinds.length - registerHeads.length)
    expect(kinds.slice(0, nouns.length)).toEqual(nouns)
    expect(kinds.length).toBeGreaterThan(nouns.length)
    expect(hits.find(({ kind }) => kind === 'risk')).toEqual({
      kind: 'risk',
      id: ids.risk,
      ref: 'R-9001',
      title: 'Seeded risk',
    })
  })

  it.each([
    ['R-9001', 'R-9001'],
    ['r9001', 'R-9001'],
    ['AS-9001', 'AS-9001'],
    ['E-9001', 'E-9001'],
    ['O-9001', 'O-9001'],
    ['P-9001', 'P-9001'],
    ['T-9001', 'T-9001'],
    ['CO-9001', 'CO-9001'],
    ['C-9001', 'C-9001'],
    ['A.8.13', 'A.8.13'],
    ['8.13', 'A.8.13'],
    ['a.5.1', 'A.5.1'],
  ])('finds %s by what people call it, first', async (q, ref) => {
    expect((await find(q))[0]?.ref).toBe(ref)
  })

  it.each(registerHeads.map((head) => [registerRef(head, 9001), head.table]))(
    'finds %s first, and only there',
    async (ref, kind) => {
      const [hit, ...others] = await find(ref)
      expect(hit).toMatchObject({ ref, kind })
      expect(others.map((other) => other.ref)).not.toContain(ref)
    },
  )

  it('gives a bare number every object of that number, and a beginning every control below it', async () => {
    expect(new Set((await find('9001')).map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(7)
    const theme = await find('A.8', { limit: 50 })
    expect(theme.length).toBe(8)
    expect(theme.every(({ ref }) => ref.startsWith('A.8.'))).toBe(true)
  })

  it('ranks beginnings before words before the rest, and asks for every word', async () => {
    for (const title of ['A zebra farm', 'Zebra', 'Hyperzebra', 'Zebra crossing']) {
      await ours.client.call(createAsset, { params, body: { title, kind: 'site' } })
    }
    expect((await find('zebra')).map(({ title }) => title)).toEqual([
      'Zebra',
      'Zebra crossing',
      'A zebra farm',
      'Hyperzebra',
    ])
    expect((await find('farm zebra')).map(({ title }) => title)).toEqual(['A zebra farm'])
    expect(await find('farm giraffe')).toEqual([])
  })

  it('finds people by address, and takes wildcards and quotes for what they are', async () => {
    await ours.client.call(createPerson, { params, body: { name: 'Zoe', email: 'zoe_x@example.org' } })
    expect((await find('zoe_x@')).map(({ title }) => title)).toEqual(['Zoe'])
    expect(await find('zoe%x@')).toEqual([])
    for (const q of ["'; drop table risk; --", '\\', '%', '_', '"', '(', '*']) {
      expect(Array.isArray(await find(q)), q).toBe(true)
    }
  })

  it('asks for something, and gives no more than it is asked for', async () => {
    await expect(find('  ')).rejects.toMatchObject({ status: 400, problem: { errors: [{ path: 'q' }] } })
    expect(await find('e', { limit: 3 })).toHaveLength(3)
  })

  it('shows only what the caller may read, and nothing of another organisation', async () => {
    const { token } = await ours.client.call(createToken, {
      params,
      body: { name: 'Narrow', scopes: ['organization:read', 'asset:read'], expiresInDays: 1 },
    })
    const narrow = createClient({ baseUrl: testUrl, token, fetch: async (request) => server.app.fetch(request) })
    const { items } = await narrow.call(search, { params, query: { q: 'seeded' } })
    expect(items.map(({ kind }) => kind)).toEqual(['asset'])
    const stranger = await server.createOrganization()
    const theirs = { organizationId: stranger.organizationId }
    expect((await stranger.client.call(search, { params: theirs, query: { q: 'seeded' } })).items).toEqual([])
  })

  it('looks into the past', async () => {
    await pause()
    const before = new Date().toISOString()
    await pause()
    await ours.client.call(createAsset, { params, body: { title: 'Okapi', kind: 'site' } })
    expect(await find('okapi')).toHaveLength(1)
    expect(await find('okapi', { asOf: before })).toEqual([])
  })
})

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 5))
}
