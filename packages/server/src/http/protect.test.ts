import { createAsset, exportAssets, listAssets } from '@sinew/contract/asset/asset-contract.ts'
import { urlOf } from '@sinew/contract/client.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestOrganization, type TestServer, testUrl } from '../test/test-server.ts'

let server: TestServer
let ours: TestOrganization
beforeAll(async () => {
  server = await startTestServer()
  ours = await server.createOrganization()
})

function post(headers: Record<string, string>, body = JSON.stringify({ title: 'Forged', kind: 'site' })) {
  const url = urlOf(testUrl, createAsset, { params: { organizationId: ours.organizationId } })
  return server.app.request(url, { method: 'POST', headers: { cookie: ours.cookie, ...headers }, body })
}

const json = { 'content-type': 'application/json' }

describe('a request from another site', () => {
  it.each([
    ['another origin', { ...json, origin: 'https://evil.example' }],
    ['a look-alike origin', { ...json, origin: `${testUrl}.evil.example` }],
    ['no origin at all', json],
    ['a null origin', { ...json, origin: 'null' }],
    ['our origin, but fetched across sites', { ...json, origin: testUrl, 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { ...json, origin: testUrl, 'sec-fetch-site': 'same-site' }],
    [
      'another origin that says same-origin',
      { ...json, origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
    ],
    ['a form', { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }],
    ['a plain text', { origin: 'https://evil.example', 'content-type': 'text/plain' }],
    ['a forged authorization scheme', { ...json, origin: 'https://evil.example', authorization: 'Basic eDp4' }],
  ])('changes nothing: %s', async (_case, headers) => {
    const response = await post(headers)
    expect([401, 403]).toContain(response.status)
    const { total } = await ours.client.call(listAssets, {
      params: { organizationId: ours.organizationId },
      query: { q: 'Forged' },
    })
    expect(total).toBe(0)
  })

  it.each(['application/x-www-form-urlencoded', 'text/plain', 'multipart/form-data; boundary=x'])(
    'is not believed even from our own pages in the form of %s',
    async (type) => {
      const response = await post({ origin: testUrl, 'content-type': type })
      expect(response.status).toBe(415)
    },
  )

  it('is let through when it is none', async () => {
    expect((await post({ ...json, origin: testUrl, 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await post({ ...json, 'sec-fetch-site': 'same-origin' })).status).toBe(201)
  })
})

describe('every kind of answer', () => {
  const params = () => ({ params: { organizationId: ours.organizationId } })
  const kinds: readonly (readonly [string, () => string, RequestInit])[] = [
    ['a list', () => urlOf(testUrl, listAssets, params()), {}],
    ['a download', () => urlOf(testUrl, exportAssets, params()), {}],
    ['a refusal to sign in', () => `${testUrl}/api/sign-in`, { method: 'POST' }],
    ['no such address', () => `${testUrl}/api/nothing`, {}],
    ['no such organisation', () => urlOf(testUrl, listAssets, { params: { organizationId: 'x' } }), {}],
    ['a wrong query', () => `${urlOf(testUrl, listAssets, params())}?page=0`, {}],
    ['the description', () => `${testUrl}/openapi.json`, {}],
    ['health', () => `${testUrl}/api/health`, {}],
    ['a page', () => `${testUrl}/o/somewhere`, {}],
    ['a file that is not there', () => `${testUrl}/assets/none.js`, {}],
    ['a way out of the folder', () => `${testUrl}/..%2f..%2fpackage.json`, {}],
  ]

  it.each(kinds)('carries the protecting headers: %s', async (_kind, url, init) => {
    const response = await server.app.request(url(), { ...init, headers: { cookie: ours.cookie, origin: testUrl } })
    const { headers } = response
    expect(response.status).not.toBe(500)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(/script-src ([^;]*)/.exec(policy)?.[1]).toBe("'self'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  })

  it('is kept by no cache when it holds data', async () => {
    const list = urlOf(testUrl, listAssets, params())
    for (const url of [list, urlOf(testUrl, exportAssets, params()), `${list}?page=0`]) {
      const response = await server.app.request(url, { headers: { cookie: ours.cookie } })
      expect(response.headers.get('cache-control')).toBe('no-store')
    }
  })
})
